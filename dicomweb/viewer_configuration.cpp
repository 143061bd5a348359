#include "dicomweb/viewer_configuration.h"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

namespace cassette::dicomweb {

namespace {

// What follows the constants `viewer` (the path of the viewer) and `archive` (the address of the DICOMweb services).
constexpr std::string_view configuration = R"js(
window.config = {
  name: 'cassette',
  routerBasename: viewer,
  extensions: [],
  modes: [],
  customizationService: {},
  showStudyList: true,
  maxNumberOfWebWorkers: 3,
  showWarningMessageForCrossOrigin: false,
  showCPUFallbackMessage: true,
  showLoadingIndicator: true,
  strictZSpacingForVolumeViewport: true,
  groupEnabledModesFirst: true,
  maxNumRequests: { interaction: 100, thumbnail: 5, prefetch: 25 },
  showErrorDetails: 'always',
  investigationalUseDialog: { option: 'never' },
  defaultDataSourceName: 'cassette',
  dataSources: [
    {
      namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
      sourceName: 'cassette',
      configuration: {
        friendlyName: 'Cassette',
        name: 'cassette',
        qidoRoot: archive,
        wadoRoot: archive,
        wadoUriRoot: new URL('../wado', script).href,
        qidoSupportsIncludeField: true,
        imageRendering: 'wadors',
        thumbnailRendering: 'thumbnail',
        thumbnailRequestStrategy: 'fetch',
        enableStudyLazyLoad: true,
        supportsFuzzyMatching: true,
        supportsWildcard: true,
        supportsReject: false,
        supportsStow: true,
        singlepart: 'bulkdata,video,pdf',
        bulkDataURI: { enabled: true, relativeResolution: 'studies' },
        omitQuotationForMultipartRequest: false,
      },
    },
  ],
};
)js";

}  // namespace

std::string viewer_configuration(std::string_view base_path) {
    auto const archive = boost::json::serialize(boost::json::string{".." + std::string{base_path}});
    return "const script = document.currentScript.src;\n"
           "const viewer = new URL('.', script).pathname.replace(/\\/$/, '');\n"
           "const archive = new URL(" +
        archive + ", script).href;\n" + std::string{configuration.substr(1)};
}

}  // namespace cassette::dicomweb
