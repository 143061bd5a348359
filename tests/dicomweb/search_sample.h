#pragma once

#include "tests/dicomweb/test_service.h"

namespace cassette::dicomweb {

// A fixed small set for searches. Study 1.2.3 of Doe^Jane: series 1.2.3.4 (CT, instances .1 to .3) and 1.2.3.5 (MR, one
// instance), with Request Attributes, procedure codes and private elements of the creators OTHER and ACME. Study 1.9 of
// Müller^Jürgen=山田^太郎, with a time zone and little else.
void store_search_sample(TestService& service);

}  // namespace cassette::dicomweb
