// Case az-azure_resource-manager_large-header.
use crate::prelude::*;
use az_resource_manager_large_header as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_resource-manager_large-header");
    let client = c::AzResourceManagerLargeHeaderClient::new(ENDPOINT, token(), None).unwrap();
    same!(
        r,
        "Azure_ResourceManager_LargeHeader_LargeHeaders_two6k",
        "POST /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.LargeHeader/largeHeaders/header1/two6k",
        client.large_headers_client().two6k(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "header1"
        ),
        json!(null)
    ); // expects no body but gives Option < models::CancelResult >, optional
    r.inexpressible("Azure_ResourceManager_LargeHeader_LargeHeaders_two6k", "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.LargeHeaders/locations/eastus/operations/:operation_name", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
}
