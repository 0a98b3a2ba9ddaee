// Case az-azure_client-generator-core_api-version_query.
use crate::prelude::*;
use az_cgc_api_version_query as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_api-version_query");
    let client = c::AzCgcApiVersionQueryClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Client_AlternateApiVersion_Service_Query_queryApiVersion",
        "POST /azure/client-generator-core/api-version/query",
        client.query_api_version("2025-01-01")
    );
}
