#pragma once

namespace cassette::dimse {

// Turns DCMTK's own log off, for the whole process: it may print what data sets say of patients. Idempotent.
void silence_dcmtk_logging();

}  // namespace cassette::dimse
