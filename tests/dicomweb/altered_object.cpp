#include "tests/dicomweb/altered_object.h"

#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcfilefo.h>
#include <doctest/doctest.h>

namespace cassette::dicomweb {

std::string altered(std::string const& file, std::function<void(DcmDataset&)> const& alter) {
    testing::TemporaryDirectory const folder;
    auto const path = folder / "object.dcm";
    testing::write_file(path, file);
    DcmFileFormat object;
    REQUIRE(object.loadFile(path.c_str()).good());
    alter(*object.getDataset());
    REQUIRE(object.saveFile(path.c_str(), EXS_LittleEndianExplicit).good());
    return testing::read_file(path);
}

void put(DcmItem& item, DcmTagKey const& key, char const* value) {
    REQUIRE(item.putAndInsertString(key, value).good());
}

DcmItem& item_of(DcmItem& holder, DcmTagKey const& sequence) {
    DcmItem* item = nullptr;
    REQUIRE(holder.findOrCreateSequenceItem(DcmTag{sequence}, item, 0).good());
    return *item;
}

}  // namespace cassette::dicomweb
