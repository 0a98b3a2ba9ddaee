// Case az-azure_client-generator-core_api-version_header.
use crate::prelude::*;
use az_cgc_api_version_header as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_api-version_header");
    let client = c::AzCgcApiVersionHeaderClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Client_AlternateApiVersion_Service_Header_headerApiVersion",
        "POST /azure/client-generator-core/api-version/header",
        client.header_api_version("2025-01-01")
    );
}
