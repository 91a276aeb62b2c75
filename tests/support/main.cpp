// The main function of the tests, built with Catch2 2 only: Catch2 3 brings its own in a library.
#define CATCH_CONFIG_MAIN
#include "tests/support/catch.h"
