#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "common/base/byte_input.h"

namespace hemero {

/// The version of zstd that runs: "1.5.4".
std::string zstd_version();

/// gzip (all members) and zstd (all frames), recognised by their first bytes, come out decompressed; anything else as
/// it is. `name` is what messages call the input. Reading throws Error (bad_data) at damage, behind which gzip may be
/// read on, and OverLimit when more comes out than the limits allow.
std::unique_ptr<ByteInput> unpacked(std::unique_ptr<ByteInput> input, std::string name,
                                    const UnpackLimits& limits = {});

}  // namespace hemero
