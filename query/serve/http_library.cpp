#include "query/serve/http_library.h"

#include <dlfcn.h>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

constexpr const char* file_name = "libmicrohttpd.so.12";

[[noreturn]] void tell_missing() {
  const char* reason = dlerror();
  throw Error(ErrorCode::io, message("the library of the web server cannot be loaded: {}", reason ? reason : file_name),
              message("apt-get install libmicrohttpd12"));
}

template <typename Function>
Function function(void* library, const char* name) {
  void* found = dlsym(library, name);
  if (found == nullptr) tell_missing();
  return reinterpret_cast<Function>(found);
}

HttpLibrary load() {
  void* library = dlopen(file_name, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) tell_missing();
  return {function<decltype(&MHD_start_daemon)>(library, "MHD_start_daemon"),
          function<decltype(&MHD_quiesce_daemon)>(library, "MHD_quiesce_daemon"),
          function<decltype(&MHD_stop_daemon)>(library, "MHD_stop_daemon"),
          function<decltype(&MHD_get_connection_values)>(library, "MHD_get_connection_values"),
          function<decltype(&MHD_get_connection_info)>(library, "MHD_get_connection_info"),
          function<decltype(&MHD_create_response_from_buffer)>(library, "MHD_create_response_from_buffer"),
          function<decltype(&MHD_create_response_from_callback)>(library, "MHD_create_response_from_callback"),
          function<decltype(&MHD_add_response_header)>(library, "MHD_add_response_header"),
          function<decltype(&MHD_queue_response)>(library, "MHD_queue_response"),
          function<decltype(&MHD_destroy_response)>(library, "MHD_destroy_response")};
}

}  // namespace

const HttpLibrary& http_library() {
  static const HttpLibrary library = load();
  return library;
}

}  // namespace hemero
