#pragma once

#include <microhttpd.h>

namespace hemero {

/// The functions of GNU libmicrohttpd. It is loaded when a server is started, and not with the program: it brings
/// GnuTLS with it, which would cost every search a fifth of its time.
struct HttpLibrary {
  decltype(&MHD_start_daemon) start_daemon;
  decltype(&MHD_quiesce_daemon) quiesce_daemon;
  decltype(&MHD_stop_daemon) stop_daemon;
  decltype(&MHD_get_connection_values) get_connection_values;
  decltype(&MHD_get_connection_info) get_connection_info;
  decltype(&MHD_create_response_from_buffer) create_response_from_buffer;
  decltype(&MHD_create_response_from_callback) create_response_from_callback;
  decltype(&MHD_add_response_header) add_response_header;
  decltype(&MHD_queue_response) queue_response;
  decltype(&MHD_destroy_response) destroy_response;
};

/// Throws Error (io) with a hint where it is not installed.
const HttpLibrary& http_library();

}  // namespace hemero
