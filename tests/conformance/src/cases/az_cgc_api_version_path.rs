// Case az-azure_client-generator-core_api-version_path.
use crate::prelude::*;
use az_cgc_api_version_path as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_api-version_path");
    let client = c::AzCgcApiVersionPathClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Client_AlternateApiVersion_Service_Path_pathApiVersion",
        "POST /azure/client-generator-core/api-version/path/2025-01-01",
        client.path_api_version("2025-01-01")
    );
}
