#include "dimse/echo.h"

#include "dimse/dimse_status.h"

namespace cassette::dimse {

Outcome serve_echo(MessageExchange& exchange, Request const& request) {
    exchange.discard_data_set(request);  // there should be none
    exchange.respond(request, {.status = success.code});
    return {.status = success.code};
}

}  // namespace cassette::dimse
