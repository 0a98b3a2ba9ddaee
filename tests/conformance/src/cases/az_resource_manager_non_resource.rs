// Case az-azure_resource-manager_non-resource.
use crate::prelude::*;
use az_resource_manager_non_resource as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_resource-manager_non-resource");
    let client = c::AzResourceManagerNonResourceClient::new(ENDPOINT, token(), None).unwrap();
    same!(
        r,
        "Azure_ResourceManager_NonResource_NonResourceOperations_get",
        "GET /subscriptions/:subscriptionId/providers/Microsoft.NonResource/locations/:location/otherParameters/:parameter",
        client.non_resource_operations_client().get(
            "00000000-0000-0000-0000-000000000000",
            "eastus",
            "hello"
        ),
        json!({"id": "id", "name": "hello", "type": "nonResource"})
    );
    same!(
        r,
        "Azure_ResourceManager_NonResource_NonResourceOperations_create",
        "PUT /subscriptions/:subscriptionId/providers/Microsoft.NonResource/locations/:location/otherParameters/:parameter",
        client
            .non_resource_operations_client()
            .create("00000000-0000-0000-0000-000000000000", "eastus", "hello")
            .id("id")
            .name("hello")
            .type_("nonResource"),
        json!({"id": "id", "name": "hello", "type": "nonResource"})
    );
}
