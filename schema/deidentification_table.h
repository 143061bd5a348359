// Generated from PS3.15 Table E.1-1 (2024e) by tools/generate_deidentification_table.py: exempt from the length rule.
// The Basic Profile column; ranges of tags are in deidentification.cpp.
#pragma once

#include "schema/deidentification.h"

#include <array>

namespace cassette::deidentification_table {

using enum DeidentificationAction;

inline constexpr std::array<DeidentifiedAttribute, 615> entries{{
    {{0x0002, 0x0003}, uid},                       // Media Storage SOP Instance UID
    {{0x0004, 0x1511}, uid},                       // Referenced SOP Instance UID in File
    {{0x0008, 0x0012}, remove_or_dummy},           // Instance Creation Date
    {{0x0008, 0x0013}, remove_or_empty_or_dummy},  // Instance Creation Time
    {{0x0008, 0x0014}, uid},                       // Instance Creator UID
    {{0x0008, 0x0015}, remove},                    // Instance Coercion DateTime
    {{0x0008, 0x0017}, uid},                       // Acquisition UID
    {{0x0008, 0x0018}, uid},                       // SOP Instance UID
    {{0x0008, 0x0019}, uid},                       // Pyramid UID
    {{0x0008, 0x0020}, empty},                     // Study Date
    {{0x0008, 0x0021}, remove_or_dummy},           // Series Date
    {{0x0008, 0x0022}, remove_or_empty},           // Acquisition Date
    {{0x0008, 0x0023}, empty_or_dummy},            // Content Date
    {{0x0008, 0x0024}, remove},                    // Overlay Date
    {{0x0008, 0x0025}, remove},                    // Curve Date
    {{0x0008, 0x002A}, remove_or_empty_or_dummy},  // Acquisition DateTime
    {{0x0008, 0x0030}, empty},                     // Study Time
    {{0x0008, 0x0031}, remove_or_dummy},           // Series Time
    {{0x0008, 0x0032}, remove_or_empty},           // Acquisition Time
    {{0x0008, 0x0033}, empty_or_dummy},            // Content Time
    {{0x0008, 0x0034}, remove},                    // Overlay Time
    {{0x0008, 0x0035}, remove},                    // Curve Time
    {{0x0008, 0x0050}, empty},                     // Accession Number
    {{0x0008, 0x0054}, remove},                    // Retrieve AE Title
    {{0x0008, 0x0055}, remove},                    // Station AE Title
    {{0x0008, 0x0058}, uid},                       // Failed SOP Instance UID List
    {{0x0008, 0x0080}, remove_or_empty_or_dummy},  // Institution Name
    {{0x0008, 0x0081}, remove},                    // Institution Address
    {{0x0008, 0x0082}, remove_or_empty_or_dummy},  // Institution Code Sequence
    {{0x0008, 0x0090}, empty},                     // Referring Physician's Name
    {{0x0008, 0x0092}, remove},                    // Referring Physician's Address
    {{0x0008, 0x0094}, remove},                    // Referring Physician's Telephone Numbers
    {{0x0008, 0x0096}, remove},                    // Referring Physician Identification Sequence
    {{0x0008, 0x009C}, empty},                     // Consulting Physician's Name
    {{0x0008, 0x009D}, remove},                    // Consulting Physician Identification Sequence
    {{0x0008, 0x0106}, dummy},                     // Context Group Version
    {{0x0008, 0x0107}, dummy},                     // Context Group Local Version
    {{0x0008, 0x0201}, remove},                    // Timezone Offset From UTC
    {{0x0008, 0x1000}, remove},                    // Network ID
    {{0x0008, 0x1010}, remove_or_empty_or_dummy},  // Station Name
    {{0x0008, 0x1030}, remove},                    // Study Description
    {{0x0008, 0x103E}, remove},                    // Series Description
    {{0x0008, 0x1040}, remove},                    // Institutional Department Name
    {{0x0008, 0x1041}, remove},                    // Institutional Department Type Code Sequence
    {{0x0008, 0x1048}, remove},                    // Physician(s) of Record
    {{0x0008, 0x1049}, remove},                    // Physician(s) of Record Identification Sequence
    {{0x0008, 0x1050}, remove},                    // Performing Physician's Name
    {{0x0008, 0x1052}, remove},                    // Performing Physician Identification Sequence
    {{0x0008, 0x1060}, remove},                    // Name of Physician(s) Reading Study
    {{0x0008, 0x1062}, remove},                    // Physician(s) Reading Study Identification Sequence
    {{0x0008, 0x1070}, remove_or_empty_or_dummy},  // Operators' Name
    {{0x0008, 0x1072}, remove_or_dummy},           // Operator Identification Sequence
    {{0x0008, 0x1080}, remove},                    // Admitting Diagnoses Description
    {{0x0008, 0x1084}, remove},                    // Admitting Diagnoses Code Sequence
    {{0x0008, 0x1088}, remove},                    // Pyramid Description
    {{0x0008, 0x1110}, remove_or_empty},           // Referenced Study Sequence
    {{0x0008, 0x1111}, remove_or_empty_or_dummy},  // Referenced Performed Procedure Step Sequence
    {{0x0008, 0x1120}, remove},                    // Referenced Patient Sequence
    {{0x0008, 0x1140}, remove_or_empty_or_uid},    // Referenced Image Sequence
    {{0x0008, 0x1155}, uid},                       // Referenced SOP Instance UID
    {{0x0008, 0x1195}, uid},                       // Transaction UID
    {{0x0008, 0x2111}, remove},                    // Derivation Description
    {{0x0008, 0x2112}, remove_or_empty_or_uid},    // Source Image Sequence
    {{0x0008, 0x3010}, uid},                       // Irradiation Event UID
    {{0x0008, 0x4000}, remove},                    // Identifying Comments
    {{0x0010, 0x0010}, empty},                     // Patient's Name
    {{0x0010, 0x0020}, empty_or_dummy},            // Patient ID
    {{0x0010, 0x0021}, remove},                    // Issuer of Patient ID
    {{0x0010, 0x0030}, empty},                     // Patient's Birth Date
    {{0x0010, 0x0032}, remove},                    // Patient's Birth Time
    {{0x0010, 0x0040}, empty},                     // Patient's Sex
    {{0x0010, 0x0050}, remove},                    // Patient's Insurance Plan Code Sequence
    {{0x0010, 0x0101}, remove},                    // Patient's Primary Language Code Sequence
    {{0x0010, 0x0102}, remove},                    // Patient's Primary Language Modifier Code Sequence
    {{0x0010, 0x1000}, remove},                    // Other Patient IDs
    {{0x0010, 0x1001}, remove},                    // Other Patient Names
    {{0x0010, 0x1002}, remove},                    // Other Patient IDs Sequence
    {{0x0010, 0x1005}, remove},                    // Patient's Birth Name
    {{0x0010, 0x1010}, remove},                    // Patient's Age
    {{0x0010, 0x1020}, remove},                    // Patient's Size
    {{0x0010, 0x1030}, remove},                    // Patient's Weight
    {{0x0010, 0x1040}, remove},                    // Patient's Address
    {{0x0010, 0x1050}, remove},                    // Insurance Plan Identification
    {{0x0010, 0x1060}, remove},                    // Patient's Mother's Birth Name
    {{0x0010, 0x1080}, remove},                    // Military Rank
    {{0x0010, 0x1081}, remove},                    // Branch of Service
    {{0x0010, 0x1090}, remove},                    // Medical Record Locator
    {{0x0010, 0x1100}, remove},                    // Referenced Patient Photo Sequence
    {{0x0010, 0x2000}, remove},                    // Medical Alerts
    {{0x0010, 0x2110}, remove},                    // Allergies
    {{0x0010, 0x2150}, remove},                    // Country of Residence
    {{0x0010, 0x2152}, remove},                    // Region of Residence
    {{0x0010, 0x2154}, remove},                    // Patient's Telephone Numbers
    {{0x0010, 0x2155}, remove},                    // Patient's Telecom Information
    {{0x0010, 0x2160}, remove},                    // Ethnic Group
    {{0x0010, 0x2180}, remove},                    // Occupation
    {{0x0010, 0x21A0}, remove},                    // Smoking Status
    {{0x0010, 0x21B0}, remove},                    // Additional Patient History
    {{0x0010, 0x21C0}, remove},                    // Pregnancy Status
    {{0x0010, 0x21D0}, remove},                    // Last Menstrual Date
    {{0x0010, 0x21F0}, remove},                    // Patient's Religious Preference
    {{0x0010, 0x2203}, remove_or_empty},           // Patient's Sex Neutered
    {{0x0010, 0x2297}, remove},                    // Responsible Person
    {{0x0010, 0x2299}, remove},                    // Responsible Organization
    {{0x0010, 0x4000}, remove},                    // Patient Comments
    {{0x0012, 0x0010}, dummy},                     // Clinical Trial Sponsor Name
    {{0x0012, 0x0020}, dummy},                     // Clinical Trial Protocol ID
    {{0x0012, 0x0021}, empty},                     // Clinical Trial Protocol Name
    {{0x0012, 0x0022}, remove},                    // Issuer of Clinical Trial Protocol ID
    {{0x0012, 0x0023}, remove},                    // Other Clinical Trial Protocol IDs Sequence
    {{0x0012, 0x0030}, empty},                     // Clinical Trial Site ID
    {{0x0012, 0x0031}, empty},                     // Clinical Trial Site Name
    {{0x0012, 0x0032}, remove},                    // Issuer of Clinical Trial Site ID
    {{0x0012, 0x0040}, dummy},                     // Clinical Trial Subject ID
    {{0x0012, 0x0041}, remove},                    // Issuer of Clinical Trial Subject ID
    {{0x0012, 0x0042}, dummy},                     // Clinical Trial Subject Reading ID
    {{0x0012, 0x0043}, remove},                    // Issuer of Clinical Trial Subject Reading ID
    {{0x0012, 0x0050}, empty},                     // Clinical Trial Time Point ID
    {{0x0012, 0x0051}, remove},                    // Clinical Trial Time Point Description
    {{0x0012, 0x0055}, remove},                    // Issuer of Clinical Trial Time Point ID
    {{0x0012, 0x0060}, empty},                     // Clinical Trial Coordinating Center Name
    {{0x0012, 0x0071}, remove},                    // Clinical Trial Series ID
    {{0x0012, 0x0072}, remove},                    // Clinical Trial Series Description
    {{0x0012, 0x0073}, remove},                    // Issuer of Clinical Trial Series ID
    {{0x0012, 0x0081}, dummy},                     // Clinical Trial Protocol Ethics Committee Name
    {{0x0012, 0x0082}, remove},                    // Clinical Trial Protocol Ethics Committee Approval Number
    {{0x0012, 0x0086}, remove},                    // Ethics Committee Approval Effectiveness Start Date
    {{0x0012, 0x0087}, remove},                    // Ethics Committee Approval Effectiveness End Date
    {{0x0014, 0x407C}, remove},                    // Calibration Time
    {{0x0014, 0x407E}, remove},                    // Calibration Date
    {{0x0016, 0x002B}, remove},                    // Maker Note
    {{0x0016, 0x004B}, remove},                    // Device Setting Description
    {{0x0016, 0x004D}, remove},                    // Camera Owner Name
    {{0x0016, 0x004E}, remove},                    // Lens Specification
    {{0x0016, 0x004F}, remove},                    // Lens Make
    {{0x0016, 0x0050}, remove},                    // Lens Model
    {{0x0016, 0x0051}, remove},                    // Lens Serial Number
    {{0x0016, 0x0070}, remove},                    // GPS Version ID
    {{0x0016, 0x0071}, remove},                    // GPS Latitude Ref
    {{0x0016, 0x0072}, remove},                    // GPS Latitude
    {{0x0016, 0x0073}, remove},                    // GPS Longitude Ref
    {{0x0016, 0x0074}, remove},                    // GPS Longitude
    {{0x0016, 0x0075}, remove},                    // GPS Altitude Ref
    {{0x0016, 0x0076}, remove},                    // GPS Altitude
    {{0x0016, 0x0077}, remove},                    // GPS Time Stamp
    {{0x0016, 0x0078}, remove},                    // GPS Satellites
    {{0x0016, 0x0079}, remove},                    // GPS Status
    {{0x0016, 0x007A}, remove},                    // GPS Measure Mode
    {{0x0016, 0x007B}, remove},                    // GPS DOP
    {{0x0016, 0x007C}, remove},                    // GPS Speed Ref
    {{0x0016, 0x007D}, remove},                    // GPS Speed
    {{0x0016, 0x007E}, remove},                    // GPS Track Ref
    {{0x0016, 0x007F}, remove},                    // GPS Track
    {{0x0016, 0x0080}, remove},                    // GPS Img Direction Ref
    {{0x0016, 0x0081}, remove},                    // GPS Img Direction
    {{0x0016, 0x0082}, remove},                    // GPS Map Datum
    {{0x0016, 0x0083}, remove},                    // GPS Dest Latitude Ref
    {{0x0016, 0x0084}, remove},                    // GPS Dest Latitude
    {{0x0016, 0x0085}, remove},                    // GPS Dest Longitude Ref
    {{0x0016, 0x0086}, remove},                    // GPS Dest Longitude
    {{0x0016, 0x0087}, remove},                    // GPS Dest Bearing Ref
    {{0x0016, 0x0088}, remove},                    // GPS Dest Bearing
    {{0x0016, 0x0089}, remove},                    // GPS Dest Distance Ref
    {{0x0016, 0x008A}, remove},                    // GPS Dest Distance
    {{0x0016, 0x008B}, remove},                    // GPS Processing Method
    {{0x0016, 0x008C}, remove},                    // GPS Area Information
    {{0x0016, 0x008D}, remove},                    // GPS Date Stamp
    {{0x0016, 0x008E}, remove},                    // GPS Differential
    {{0x0018, 0x0010}, empty_or_dummy},            // Contrast/Bolus Agent
    {{0x0018, 0x0027}, remove},                    // Intervention Drug Stop Time
    {{0x0018, 0x0035}, remove},                    // Intervention Drug Start Time
    {{0x0018, 0x1000}, remove_or_empty_or_dummy},  // Device Serial Number
    {{0x0018, 0x1002}, uid},                       // Device UID
    {{0x0018, 0x1004}, remove},                    // Plate ID
    {{0x0018, 0x1005}, remove},                    // Generator ID
    {{0x0018, 0x1007}, remove},                    // Cassette ID
    {{0x0018, 0x1008}, remove},                    // Gantry ID
    {{0x0018, 0x1009}, remove},                    // Unique Device Identifier
    {{0x0018, 0x100A}, remove},                    // UDI Sequence
    {{0x0018, 0x100B}, uid},                       // Manufacturer's Device Class UID
    {{0x0018, 0x1012}, remove},                    // Date of Secondary Capture
    {{0x0018, 0x1014}, remove},                    // Time of Secondary Capture
    {{0x0018, 0x1030}, remove_or_dummy},           // Protocol Name
    {{0x0018, 0x1042}, remove},                    // Contrast/Bolus Start Time
    {{0x0018, 0x1043}, remove},                    // Contrast/Bolus Stop Time
    {{0x0018, 0x1072}, remove},                    // Radiopharmaceutical Start Time
    {{0x0018, 0x1073}, remove},                    // Radiopharmaceutical Stop Time
    {{0x0018, 0x1078}, remove},                    // Radiopharmaceutical Start DateTime
    {{0x0018, 0x1079}, remove},                    // Radiopharmaceutical Stop DateTime
    {{0x0018, 0x11BB}, dummy},                     // Acquisition Field Of View Label
    {{0x0018, 0x1200}, remove},                    // Date of Last Calibration
    {{0x0018, 0x1201}, remove},                    // Time of Last Calibration
    {{0x0018, 0x1202}, remove},                    // DateTime of Last Calibration
    {{0x0018, 0x1203}, empty},                     // Calibration DateTime
    {{0x0018, 0x1204}, remove},                    // Date of Manufacture
    {{0x0018, 0x1205}, remove},                    // Date of Installation
    {{0x0018, 0x1400}, remove_or_dummy},           // Acquisition Device Processing Description
    {{0x0018, 0x2042}, uid},                       // Target UID
    {{0x0018, 0x4000}, remove},                    // Acquisition Comments
    {{0x0018, 0x5011}, remove},                    // Transducer Identification Sequence
    {{0x0018, 0x700A}, remove_or_dummy},           // Detector ID
    {{0x0018, 0x700C}, remove_or_dummy},           // Date of Last Detector Calibration
    {{0x0018, 0x700E}, remove_or_dummy},           // Time of Last Detector Calibration
    {{0x0018, 0x9074}, dummy},                     // Frame Acquisition DateTime
    {{0x0018, 0x9151}, dummy},                     // Frame Reference DateTime
    {{0x0018, 0x9185}, remove},                    // Respiratory Motion Compensation Technique Description
    {{0x0018, 0x9367}, dummy},                     // X-Ray Source ID
    {{0x0018, 0x9369}, dummy},                     // Source Start DateTime
    {{0x0018, 0x936A}, dummy},                     // Source End DateTime
    {{0x0018, 0x9371}, dummy},                     // X-Ray Detector ID
    {{0x0018, 0x9373}, remove},                    // X-Ray Detector Label
    {{0x0018, 0x937B}, remove},                    // Multi-energy Acquisition Description
    {{0x0018, 0x937F}, remove},                    // Decomposition Description
    {{0x0018, 0x9424}, remove},                    // Acquisition Protocol Description
    {{0x0018, 0x9516}, remove_or_dummy},           // Start Acquisition DateTime
    {{0x0018, 0x9517}, remove_or_dummy},           // End Acquisition DateTime
    {{0x0018, 0x9623}, dummy},                     // Functional Sync Pulse
    {{0x0018, 0x9701}, dummy},                     // Decay Correction DateTime
    {{0x0018, 0x9804}, dummy},                     // Exclusion Start DateTime
    {{0x0018, 0x9919}, empty_or_dummy},            // Instruction Performed DateTime
    {{0x0018, 0x9937}, remove},                    // Requested Series Description
    {{0x0018, 0xA002}, remove},                    // Contribution DateTime
    {{0x0018, 0xA003}, remove},                    // Contribution Description
    {{0x0020, 0x000D}, uid},                       // Study Instance UID
    {{0x0020, 0x000E}, uid},                       // Series Instance UID
    {{0x0020, 0x0010}, empty},                     // Study ID
    {{0x0020, 0x0027}, remove},                    // Pyramid Label
    {{0x0020, 0x0052}, uid},                       // Frame of Reference UID
    {{0x0020, 0x0200}, uid},                       // Synchronization Frame of Reference UID
    {{0x0020, 0x3401}, remove},                    // Modifying Device ID
    {{0x0020, 0x3403}, remove},                    // Modified Image Date
    {{0x0020, 0x3405}, remove},                    // Modified Image Time
    {{0x0020, 0x3406}, remove},                    // Modified Image Description
    {{0x0020, 0x4000}, remove},                    // Image Comments
    {{0x0020, 0x9158}, remove},                    // Frame Comments
    {{0x0020, 0x9161}, uid},                       // Concatenation UID
    {{0x0020, 0x9164}, uid},                       // Dimension Organization UID
    {{0x0028, 0x1199}, uid},                       // Palette Color Lookup Table UID
    {{0x0028, 0x1214}, uid},                       // Large Palette Color Lookup Table UID
    {{0x0028, 0x4000}, remove},                    // Image Presentation Comments
    {{0x0032, 0x0012}, remove},                    // Study ID Issuer
    {{0x0032, 0x0032}, remove},                    // Study Verified Date
    {{0x0032, 0x0033}, remove},                    // Study Verified Time
    {{0x0032, 0x0034}, remove},                    // Study Read Date
    {{0x0032, 0x0035}, remove},                    // Study Read Time
    {{0x0032, 0x1000}, remove},                    // Scheduled Study Start Date
    {{0x0032, 0x1001}, remove},                    // Scheduled Study Start Time
    {{0x0032, 0x1010}, remove},                    // Scheduled Study Stop Date
    {{0x0032, 0x1011}, remove},                    // Scheduled Study Stop Time
    {{0x0032, 0x1020}, remove},                    // Scheduled Study Location
    {{0x0032, 0x1021}, remove},                    // Scheduled Study Location AE Title
    {{0x0032, 0x1030}, remove},                    // Reason for Study
    {{0x0032, 0x1032}, remove},                    // Requesting Physician
    {{0x0032, 0x1033}, remove},                    // Requesting Service
    {{0x0032, 0x1040}, remove},                    // Study Arrival Date
    {{0x0032, 0x1041}, remove},                    // Study Arrival Time
    {{0x0032, 0x1050}, remove},                    // Study Completion Date
    {{0x0032, 0x1051}, remove},                    // Study Completion Time
    {{0x0032, 0x1060}, remove_or_empty},           // Requested Procedure Description
    {{0x0032, 0x1066}, remove},                    // Reason for Visit
    {{0x0032, 0x1067}, remove},                    // Reason for Visit Code Sequence
    {{0x0032, 0x1070}, remove},                    // Requested Contrast Agent
    {{0x0032, 0x4000}, remove},                    // Study Comments
    {{0x0034, 0x0001}, dummy},                     // Flow Identifier Sequence
    {{0x0034, 0x0002}, dummy},                     // Flow Identifier
    {{0x0034, 0x0005}, dummy},                     // Source Identifier
    {{0x0034, 0x0007}, dummy},                     // Frame Origin Timestamp
    {{0x0038, 0x0004}, remove},                    // Referenced Patient Alias Sequence
    {{0x0038, 0x0010}, remove},                    // Admission ID
    {{0x0038, 0x0011}, remove},                    // Issuer of Admission ID
    {{0x0038, 0x0014}, remove},                    // Issuer of Admission ID Sequence
    {{0x0038, 0x001A}, remove},                    // Scheduled Admission Date
    {{0x0038, 0x001B}, remove},                    // Scheduled Admission Time
    {{0x0038, 0x001C}, remove},                    // Scheduled Discharge Date
    {{0x0038, 0x001D}, remove},                    // Scheduled Discharge Time
    {{0x0038, 0x001E}, remove},                    // Scheduled Patient Institution Residence
    {{0x0038, 0x0020}, remove},                    // Admitting Date
    {{0x0038, 0x0021}, remove},                    // Admitting Time
    {{0x0038, 0x0030}, remove},                    // Discharge Date
    {{0x0038, 0x0032}, remove},                    // Discharge Time
    {{0x0038, 0x0040}, remove},                    // Discharge Diagnosis Description
    {{0x0038, 0x0050}, remove},                    // Special Needs
    {{0x0038, 0x0060}, remove},                    // Service Episode ID
    {{0x0038, 0x0061}, remove},                    // Issuer of Service Episode ID
    {{0x0038, 0x0062}, remove},                    // Service Episode Description
    {{0x0038, 0x0064}, remove},                    // Issuer of Service Episode ID Sequence
    {{0x0038, 0x0300}, remove},                    // Current Patient Location
    {{0x0038, 0x0400}, remove},                    // Patient's Institution Residence
    {{0x0038, 0x0500}, remove},                    // Patient State
    {{0x0038, 0x4000}, remove},                    // Visit Comments
    {{0x003A, 0x0310}, uid},                       // Multiplex Group UID
    {{0x003A, 0x0314}, dummy},                     // Impedance Measurement DateTime
    {{0x003A, 0x0329}, remove},                    // Waveform Filter Description
    {{0x003A, 0x032B}, remove},                    // Filter Lookup Table Description
    {{0x0040, 0x0001}, remove},                    // Scheduled Station AE Title
    {{0x0040, 0x0002}, remove},                    // Scheduled Procedure Step Start Date
    {{0x0040, 0x0003}, remove},                    // Scheduled Procedure Step Start Time
    {{0x0040, 0x0004}, remove},                    // Scheduled Procedure Step End Date
    {{0x0040, 0x0005}, remove},                    // Scheduled Procedure Step End Time
    {{0x0040, 0x0006}, remove},                    // Scheduled Performing Physician's Name
    {{0x0040, 0x0007}, remove},                    // Scheduled Procedure Step Description
    {{0x0040, 0x0009}, remove},                    // Scheduled Procedure Step ID
    {{0x0040, 0x000B}, remove},                    // Scheduled Performing Physician Identification Sequence
    {{0x0040, 0x0010}, remove},                    // Scheduled Station Name
    {{0x0040, 0x0011}, remove},                    // Scheduled Procedure Step Location
    {{0x0040, 0x0012}, remove},                    // Pre-Medication
    {{0x0040, 0x0241}, remove},                    // Performed Station AE Title
    {{0x0040, 0x0242}, remove},                    // Performed Station Name
    {{0x0040, 0x0243}, remove},                    // Performed Location
    {{0x0040, 0x0244}, remove},                    // Performed Procedure Step Start Date
    {{0x0040, 0x0245}, remove},                    // Performed Procedure Step Start Time
    {{0x0040, 0x0250}, remove},                    // Performed Procedure Step End Date
    {{0x0040, 0x0251}, remove},                    // Performed Procedure Step End Time
    {{0x0040, 0x0253}, remove},                    // Performed Procedure Step ID
    {{0x0040, 0x0254}, remove},                    // Performed Procedure Step Description
    {{0x0040, 0x0275}, remove},                    // Request Attributes Sequence
    {{0x0040, 0x0280}, remove},                    // Comments on the Performed Procedure Step
    {{0x0040, 0x0310}, remove},                    // Comments on Radiation Dose
    {{0x0040, 0x050A}, remove},                    // Specimen Accession Number
    {{0x0040, 0x0512}, dummy},                     // Container Identifier
    {{0x0040, 0x0513}, empty},                     // Issuer of the Container Identifier Sequence
    {{0x0040, 0x051A}, remove},                    // Container Description
    {{0x0040, 0x0551}, dummy},                     // Specimen Identifier
    {{0x0040, 0x0554}, uid},                       // Specimen UID
    {{0x0040, 0x0555}, remove_or_empty},           // Acquisition Context Sequence
    {{0x0040, 0x0562}, empty},                     // Issuer of the Specimen Identifier Sequence
    {{0x0040, 0x0600}, remove},                    // Specimen Short Description
    {{0x0040, 0x0602}, remove},                    // Specimen Detailed Description
    {{0x0040, 0x0610}, empty},                     // Specimen Preparation Sequence
    {{0x0040, 0x06FA}, remove},                    // Slide Identifier
    {{0x0040, 0x1001}, remove},                    // Requested Procedure ID
    {{0x0040, 0x1002}, remove},                    // Reason for the Requested Procedure
    {{0x0040, 0x1004}, remove},                    // Patient Transport Arrangements
    {{0x0040, 0x1005}, remove},                    // Requested Procedure Location
    {{0x0040, 0x100A}, remove},                    // Reason for Requested Procedure Code Sequence
    {{0x0040, 0x1010}, remove},                    // Names of Intended Recipients of Results
    {{0x0040, 0x1011}, remove},                    // Intended Recipients of Results Identification Sequence
    {{0x0040, 0x1101}, dummy},                     // Person Identification Code Sequence
    {{0x0040, 0x1102}, remove},                    // Person's Address
    {{0x0040, 0x1103}, remove},                    // Person's Telephone Numbers
    {{0x0040, 0x1104}, remove},                    // Person's Telecom Information
    {{0x0040, 0x1400}, remove},                    // Requested Procedure Comments
    {{0x0040, 0x2001}, remove},                    // Reason for the Imaging Service Request
    {{0x0040, 0x2004}, remove},                    // Issue Date of Imaging Service Request
    {{0x0040, 0x2005}, remove},                    // Issue Time of Imaging Service Request
    {{0x0040, 0x2008}, remove},                    // Order Entered By
    {{0x0040, 0x2009}, remove},                    // Order Enterer's Location
    {{0x0040, 0x2010}, remove},                    // Order Callback Phone Number
    {{0x0040, 0x2011}, remove},                    // Order Callback Telecom Information
    {{0x0040, 0x2016}, empty},                     // Placer Order Number / Imaging Service Request
    {{0x0040, 0x2017}, empty},                     // Filler Order Number / Imaging Service Request
    {{0x0040, 0x2400}, remove},                    // Imaging Service Request Comments
    {{0x0040, 0x3001}, remove},                    // Confidentiality Constraint on Patient Data Description
    {{0x0040, 0x4005}, remove},                    // Scheduled Procedure Step Start DateTime
    {{0x0040, 0x4008}, remove},                    // Scheduled Procedure Step Expiration DateTime
    {{0x0040, 0x4010}, remove},                    // Scheduled Procedure Step Modification DateTime
    {{0x0040, 0x4011}, remove},                    // Expected Completion DateTime
    {{0x0040, 0x4023}, uid},              // Referenced General Purpose Scheduled Procedure Step Transaction UID
    {{0x0040, 0x4025}, remove},           // Scheduled Station Name Code Sequence
    {{0x0040, 0x4027}, remove},           // Scheduled Station Geographic Location Code Sequence
    {{0x0040, 0x4028}, remove},           // Performed Station Name Code Sequence
    {{0x0040, 0x4030}, remove},           // Performed Station Geographic Location Code Sequence
    {{0x0040, 0x4034}, remove},           // Scheduled Human Performers Sequence
    {{0x0040, 0x4035}, remove},           // Actual Human Performers Sequence
    {{0x0040, 0x4036}, remove},           // Human Performer's Organization
    {{0x0040, 0x4037}, remove},           // Human Performer's Name
    {{0x0040, 0x4050}, remove},           // Performed Procedure Step Start DateTime
    {{0x0040, 0x4051}, remove},           // Performed Procedure Step End DateTime
    {{0x0040, 0x4052}, remove},           // Procedure Step Cancellation DateTime
    {{0x0040, 0xA023}, remove},           // Findings Group Recording Date (Trial)
    {{0x0040, 0xA024}, remove},           // Findings Group Recording Time (Trial)
    {{0x0040, 0xA027}, dummy},            // Verifying Organization
    {{0x0040, 0xA030}, dummy},            // Verification DateTime
    {{0x0040, 0xA032}, remove_or_dummy},  // Observation DateTime
    {{0x0040, 0xA033}, remove},           // Observation Start DateTime
    {{0x0040, 0xA073}, dummy},            // Verifying Observer Sequence
    {{0x0040, 0xA075}, dummy},            // Verifying Observer Name
    {{0x0040, 0xA078}, remove},           // Author Observer Sequence
    {{0x0040, 0xA07A}, remove},           // Participant Sequence
    {{0x0040, 0xA07C}, remove},           // Custodial Organization Sequence
    {{0x0040, 0xA082}, empty},            // Participation DateTime
    {{0x0040, 0xA088}, empty},            // Verifying Observer Identification Code Sequence
    {{0x0040, 0xA110}, remove},           // Date of Document or Verbal Transaction (Trial)
    {{0x0040, 0xA112}, remove},           // Time of Document Creation or Verbal Transaction (Trial)
    {{0x0040, 0xA120}, dummy},            // DateTime
    {{0x0040, 0xA121}, dummy},            // Date
    {{0x0040, 0xA122}, dummy},            // Time
    {{0x0040, 0xA123}, dummy},            // Person Name
    {{0x0040, 0xA124}, uid},              // UID
    {{0x0040, 0xA13A}, dummy},            // Referenced DateTime
    {{0x0040, 0xA171}, uid},              // Observation UID
    {{0x0040, 0xA172}, uid},              // Referenced Observation UID (Trial)
    {{0x0040, 0xA192}, remove},           // Observation Date (Trial)
    {{0x0040, 0xA193}, remove},           // Observation Time (Trial)
    {{0x0040, 0xA307}, remove},           // Current Observer (Trial)
    {{0x0040, 0xA352}, remove},           // Verbal Source (Trial)
    {{0x0040, 0xA353}, remove},           // Address (Trial)
    {{0x0040, 0xA354}, remove},           // Telephone Number (Trial)
    {{0x0040, 0xA358}, remove},           // Verbal Source Identifier Code Sequence (Trial)
    {{0x0040, 0xA402}, uid},              // Observation Subject UID (Trial)
    {{0x0040, 0xA730}, dummy},            // Content Sequence
    {{0x0040, 0xDB06}, remove},           // Template Version
    {{0x0040, 0xDB07}, remove},           // Template Local Version
    {{0x0040, 0xDB0C}, uid},              // Template Extension Organization UID
    {{0x0040, 0xDB0D}, uid},              // Template Extension Creator UID
    {{0x0040, 0xE004}, remove},           // HL7 Document Effective Time
    {{0x0042, 0x0011}, dummy},            // Encapsulated Document
    {{0x0044, 0x0004}, remove},           // Approval Status DateTime
    {{0x0044, 0x000B}, remove},           // Product Expiration DateTime
    {{0x0044, 0x0010}, remove},           // Substance Administration DateTime
    {{0x0044, 0x0104}, dummy},            // Assertion DateTime
    {{0x0044, 0x0105}, remove},           // Assertion Expiration DateTime
    {{0x0050, 0x001B}, remove},           // Container Component ID
    {{0x0050, 0x0020}, remove},           // Device Description
    {{0x0050, 0x0021}, remove},           // Long Device Description
    {{0x0062, 0x0021}, uid},              // Tracking UID
    {{0x0064, 0x0003}, uid},              // Source Frame of Reference UID
    {{0x0068, 0x6226}, dummy},            // Effective DateTime
    {{0x0068, 0x6270}, dummy},            // Information Issue DateTime
    {{0x006A, 0x0003}, dummy},            // Annotation Group UID
    {{0x006A, 0x0005}, dummy},            // Annotation Group Label
    {{0x006A, 0x0006}, remove},           // Annotation Group Description
    {{0x0070, 0x0001}, dummy},            // Graphic Annotation Sequence
    {{0x0070, 0x0082}, remove},           // Presentation Creation Date
    {{0x0070, 0x0083}, remove},           // Presentation Creation Time
    {{0x0070, 0x0084}, empty_or_dummy},   // Content Creator's Name
    {{0x0070, 0x0086}, remove},           // Content Creator's Identification Code Sequence
    {{0x0070, 0x031A}, uid},              // Fiducial UID
    {{0x0070, 0x1101}, uid},              // Presentation Display Collection UID
    {{0x0070, 0x1102}, uid},              // Presentation Sequence Collection UID
    {{0x0072, 0x000A}, dummy},            // Hanging Protocol Creation DateTime
    {{0x0072, 0x005E}, dummy},            // Selector AE Value
    {{0x0072, 0x005F}, dummy},            // Selector AS Value
    {{0x0072, 0x0061}, dummy},            // Selector DA Value
    {{0x0072, 0x0063}, dummy},            // Selector DT Value
    {{0x0072, 0x0065}, dummy},            // Selector OB Value
    {{0x0072, 0x0066}, dummy},            // Selector LO Value
    {{0x0072, 0x0068}, dummy},            // Selector LT Value
    {{0x0072, 0x006A}, dummy},            // Selector PN Value
    {{0x0072, 0x006B}, dummy},            // Selector TM Value
    {{0x0072, 0x006C}, dummy},            // Selector SH Value
    {{0x0072, 0x006D}, dummy},            // Selector UN Value
    {{0x0072, 0x006E}, dummy},            // Selector ST Value
    {{0x0072, 0x0070}, dummy},            // Selector UT Value
    {{0x0072, 0x0071}, dummy},            // Selector UR Value
    {{0x0074, 0x1234}, remove},           // Receiving AE
    {{0x0074, 0x1236}, remove},           // Requesting AE
    {{0x0088, 0x0140}, uid},              // Storage Media File-set UID
    {{0x0088, 0x0200}, remove},           // Icon Image Sequence (see Note 11)
    {{0x0088, 0x0904}, remove},           // Topic Title
    {{0x0088, 0x0906}, remove},           // Topic Subject
    {{0x0088, 0x0910}, remove},           // Topic Author
    {{0x0088, 0x0912}, remove},           // Topic Keywords
    {{0x0100, 0x0420}, remove},           // SOP Authorization DateTime
    {{0x0400, 0x0100}, uid},              // Digital Signature UID
    {{0x0400, 0x0105}, dummy},            // Digital Signature DateTime
    {{0x0400, 0x0115}, dummy},            // Certificate of Signer
    {{0x0400, 0x0310}, remove},           // Certified Timestamp
    {{0x0400, 0x0402}, remove},           // Referenced Digital Signature Sequence
    {{0x0400, 0x0403}, remove},           // Referenced SOP Instance MAC Sequence
    {{0x0400, 0x0404}, remove},           // MAC
    {{0x0400, 0x0550}, remove},           // Modified Attributes Sequence
    {{0x0400, 0x0551}, remove},           // Nonconforming Modified Attributes Sequence
    {{0x0400, 0x0552}, remove},           // Nonconforming Data Element Value
    {{0x0400, 0x0561}, remove},           // Original Attributes Sequence
    {{0x0400, 0x0562}, dummy},            // Attribute Modification DateTime
    {{0x0400, 0x0563}, dummy},            // Modifying System
    {{0x0400, 0x0564}, empty},            // Source of Previous Values
    {{0x0400, 0x0565}, dummy},            // Reason for the Attribute Modification
    {{0x0400, 0x0600}, remove},           // Instance Origin Status
    {{0x2030, 0x0020}, remove},           // Text String
    {{0x2100, 0x0040}, remove},           // Creation Date
    {{0x2100, 0x0050}, remove},           // Creation Time
    {{0x2100, 0x0070}, remove},           // Originator
    {{0x2100, 0x0140}, dummy},            // Destination AE
    {{0x2200, 0x0002}, remove_or_empty},  // Label Text
    {{0x2200, 0x0005}, remove_or_empty},  // Barcode Value
    {{0x3002, 0x0121}, remove},           // Position Acquisition Template Name
    {{0x3002, 0x0123}, remove},           // Position Acquisition Template Description
    {{0x3006, 0x0002}, dummy},            // Structure Set Label
    {{0x3006, 0x0004}, remove},           // Structure Set Name
    {{0x3006, 0x0006}, remove},           // Structure Set Description
    {{0x3006, 0x0008}, empty},            // Structure Set Date
    {{0x3006, 0x0009}, empty},            // Structure Set Time
    {{0x3006, 0x0024}, uid},              // Referenced Frame of Reference UID
    {{0x3006, 0x0026}, empty},            // ROI Name
    {{0x3006, 0x0028}, remove},           // ROI Description
    {{0x3006, 0x002D}, remove},           // ROI DateTime
    {{0x3006, 0x002E}, remove},           // ROI Observation DateTime
    {{0x3006, 0x0038}, remove},           // ROI Generation Description
    {{0x3006, 0x004D}, remove},           // ROI Creator Sequence
    {{0x3006, 0x004E}, remove},           // ROI Interpreter Sequence
    {{0x3006, 0x0085}, remove},           // ROI Observation Label
    {{0x3006, 0x0088}, remove},           // ROI Observation Description
    {{0x3006, 0x00A6}, empty},            // ROI Interpreter
    {{0x3006, 0x00C2}, uid},              // Related Frame of Reference UID
    {{0x3008, 0x0024}, dummy},            // Treatment Control Point Date
    {{0x3008, 0x0025}, dummy},            // Treatment Control Point Time
    {{0x3008, 0x0054}, remove_or_dummy},  // First Treatment Date
    {{0x3008, 0x0056}, remove_or_dummy},  // Most Recent Treatment Date
    {{0x3008, 0x0105}, remove_or_empty},  // Source Serial Number
    {{0x3008, 0x0162}, dummy},            // Safe Position Exit Date
    {{0x3008, 0x0164}, dummy},            // Safe Position Exit Time
    {{0x3008, 0x0166}, dummy},            // Safe Position Return Date
    {{0x3008, 0x0168}, dummy},            // Safe Position Return Time
    {{0x3008, 0x0250}, remove_or_dummy},  // Treatment Date
    {{0x3008, 0x0251}, remove_or_dummy},  // Treatment Time
    {{0x300A, 0x0002}, dummy},            // RT Plan Label
    {{0x300A, 0x0003}, remove},           // RT Plan Name
    {{0x300A, 0x0004}, remove},           // RT Plan Description
    {{0x300A, 0x0006}, remove_or_dummy},  // RT Plan Date
    {{0x300A, 0x0007}, remove_or_dummy},  // RT Plan Time
    {{0x300A, 0x000B}, remove},           // Treatment Sites
    {{0x300A, 0x000E}, remove},           // Prescription Description
    {{0x300A, 0x0013}, uid},              // Dose Reference UID
    {{0x300A, 0x0016}, remove},           // Dose Reference Description
    {{0x300A, 0x0072}, remove},           // Fraction Group Description
    {{0x300A, 0x0083}, uid},              // Referenced Dose Reference UID
    {{0x300A, 0x00B2}, remove_or_empty},  // Treatment Machine Name
    {{0x300A, 0x00C3}, remove},           // Beam Description
    {{0x300A, 0x00DD}, remove},           // Bolus Description
    {{0x300A, 0x0196}, remove},           // Fixation Device Description
    {{0x300A, 0x01A6}, remove},           // Shielding Device Description
    {{0x300A, 0x01B2}, remove},           // Setup Technique Description
    {{0x300A, 0x0216}, remove},           // Source Manufacturer
    {{0x300A, 0x022C}, dummy},            // Source Strength Reference Date
    {{0x300A, 0x022E}, dummy},            // Source Strength Reference Time
    {{0x300A, 0x02EB}, remove},           // Compensator Description
    {{0x300A, 0x0608}, dummy},            // Treatment Position Group Label
    {{0x300A, 0x0609}, uid},              // Treatment Position Group UID
    {{0x300A, 0x0611}, empty},            // RT Accessory Holder Slot ID
    {{0x300A, 0x0615}, empty},            // RT Accessory Device Slot ID
    {{0x300A, 0x0619}, dummy},            // Radiation Dose Identification Label
    {{0x300A, 0x0623}, dummy},            // Radiation Dose In-Vivo Measurement Label
    {{0x300A, 0x062A}, dummy},            // RT Tolerance Set Label
    {{0x300A, 0x0650}, uid},              // Patient Setup UID
    {{0x300A, 0x0676}, remove},           // Equipment Frame of Reference Description
    {{0x300A, 0x067C}, dummy},            // Radiation Generation Mode Label
    {{0x300A, 0x067D}, empty},            // Radiation Generation Mode Description
    {{0x300A, 0x0700}, uid},              // Treatment Session UID
    {{0x300A, 0x0734}, dummy},            // Treatment Tolerance Violation Description
    {{0x300A, 0x0736}, dummy},            // Treatment Tolerance Violation DateTime
    {{0x300A, 0x073A}, dummy},            // Recorded RT Control Point DateTime
    {{0x300A, 0x0741}, dummy},            // Interlock DateTime
    {{0x300A, 0x0742}, dummy},            // Interlock Description
    {{0x300A, 0x0760}, dummy},            // Override DateTime
    {{0x300A, 0x0783}, dummy},            // Interlock Origin Description
    {{0x300A, 0x0785}, uid},              // Referenced Treatment Position Group UID
    {{0x300A, 0x078E}, remove},           // Patient Treatment Preparation Procedure Parameter Description
    {{0x300A, 0x0792}, remove},           // Patient Treatment Preparation Method Description
    {{0x300A, 0x0794}, remove},           // Patient Setup Photo Description
    {{0x300A, 0x079A}, remove},           // Displacement Reference Label
    {{0x300C, 0x0113}, remove},           // Reason for Omission Description
    {{0x300C, 0x0127}, dummy},            // Beam Hold Transition DateTime
    {{0x300E, 0x0004}, empty},            // Review Date
    {{0x300E, 0x0005}, empty},            // Review Time
    {{0x300E, 0x0008}, remove_or_empty},  // Reviewer Name
    {{0x3010, 0x0006}, uid},              // Conceptual Volume UID
    {{0x3010, 0x000B}, uid},              // Referenced Conceptual Volume UID
    {{0x3010, 0x000F}, empty},            // Conceptual Volume Combination Description
    {{0x3010, 0x0013}, uid},              // Constituent Conceptual Volume UID
    {{0x3010, 0x0015}, uid},              // Source Conceptual Volume UID
    {{0x3010, 0x0017}, empty},            // Conceptual Volume Description
    {{0x3010, 0x001B}, empty},            // Device Alternate Identifier
    {{0x3010, 0x002D}, dummy},            // Device Label
    {{0x3010, 0x0031}, uid},              // Referenced Fiducials UID
    {{0x3010, 0x0033}, dummy},            // User Content Label
    {{0x3010, 0x0034}, dummy},            // User Content Long Label
    {{0x3010, 0x0035}, dummy},            // Entity Label
    {{0x3010, 0x0036}, remove},           // Entity Name
    {{0x3010, 0x0037}, remove},           // Entity Description
    {{0x3010, 0x0038}, dummy},            // Entity Long Label
    {{0x3010, 0x003B}, uid},              // RT Treatment Phase UID
    {{0x3010, 0x0043}, empty},            // Manufacturer's Device Identifier
    {{0x3010, 0x004C}, remove_or_dummy},  // Intended Phase Start Date
    {{0x3010, 0x004D}, remove_or_dummy},  // Intended Phase End Date
    {{0x3010, 0x0054}, dummy},            // RT Prescription Label
    {{0x3010, 0x0056}, remove_or_dummy},  // RT Treatment Approach Label
    {{0x3010, 0x005A}, empty},            // RT Physician Intent Narrative
    {{0x3010, 0x005C}, empty},            // Reason for Superseding
    {{0x3010, 0x0061}, remove},           // Prior Treatment Dose Description
    {{0x3010, 0x006E}, uid},              // Dosimetric Objective UID
    {{0x3010, 0x006F}, uid},              // Referenced Dosimetric Objective UID
    {{0x3010, 0x0077}, remove_or_dummy},  // Treatment Site
    {{0x3010, 0x007A}, empty},            // Treatment Technique Notes
    {{0x3010, 0x007B}, empty},            // Prescription Notes
    {{0x3010, 0x007F}, empty},            // Fractionation Notes
    {{0x3010, 0x0081}, empty},            // Prescription Notes Sequence
    {{0x3010, 0x0085}, remove},           // Intended Fraction Start Time
    {{0x4000, 0x0010}, remove},           // Arbitrary
    {{0x4000, 0x4000}, remove},           // Text Comments
    {{0x4008, 0x0040}, remove},           // Results ID
    {{0x4008, 0x0042}, remove},           // Results ID Issuer
    {{0x4008, 0x0100}, remove},           // Interpretation Recorded Date
    {{0x4008, 0x0101}, remove},           // Interpretation Recorded Time
    {{0x4008, 0x0102}, remove},           // Interpretation Recorder
    {{0x4008, 0x0108}, remove},           // Interpretation Transcription Date
    {{0x4008, 0x0109}, remove},           // Interpretation Transcription Time
    {{0x4008, 0x010A}, remove},           // Interpretation Transcriber
    {{0x4008, 0x010B}, remove},           // Interpretation Text
    {{0x4008, 0x010C}, remove},           // Interpretation Author
    {{0x4008, 0x0111}, remove},           // Interpretation Approver Sequence
    {{0x4008, 0x0112}, remove},           // Interpretation Approval Date
    {{0x4008, 0x0113}, remove},           // Interpretation Approval Time
    {{0x4008, 0x0114}, remove},           // Physician Approving Interpretation
    {{0x4008, 0x0115}, remove},           // Interpretation Diagnosis Description
    {{0x4008, 0x0118}, remove},           // Results Distribution List Sequence
    {{0x4008, 0x0119}, remove},           // Distribution Name
    {{0x4008, 0x011A}, remove},           // Distribution Address
    {{0x4008, 0x0200}, remove},           // Interpretation ID
    {{0x4008, 0x0202}, remove},           // Interpretation ID Issuer
    {{0x4008, 0x0300}, remove},           // Impressions
    {{0x4008, 0x4000}, remove},           // Results Comments
    {{0xFFFA, 0xFFFA}, remove},           // Digital Signatures Sequence
    {{0xFFFC, 0xFFFC}, remove},           // Data Set Trailing Padding
}};

}  // namespace cassette::deidentification_table
