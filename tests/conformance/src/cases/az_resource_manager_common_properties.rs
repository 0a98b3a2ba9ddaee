// Case az-azure_resource-manager_common-properties.
use crate::prelude::*;
use az_resource_manager_common_properties as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_resource-manager_common-properties");
    let client = c::AzResourceManagerCommonPropertiesClient::new(ENDPOINT, token(), None).unwrap();
    same!(
        r,
        "Azure_ResourceManager_CommonProperties_ManagedIdentity_get",
        "GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.CommonProperties/managedIdentityTrackedResources/:managedIdentityResourceName",
        client.managed_identity_client().get(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "identity"
        ),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.CommonProperties/managedIdentityTrackedResources/identity", "location": "eastus", "tags": {"tagKey1": "tagValue1"}, "identity": {"type": "SystemAssigned", "principalId": "00000000-0000-0000-0000-000000000000", "tenantId": "00000000-0000-0000-0000-000000000000"}, "properties": {"provisioningState": "Succeeded"}})
    );
    same!(
        r,
        "Azure_ResourceManager_CommonProperties_ManagedIdentity_createWithSystemAssigned",
        "PUT /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.CommonProperties/managedIdentityTrackedResources/:managedIdentityResourceName",
        client
            .managed_identity_client()
            .create_with_system_assigned(
                "00000000-0000-0000-0000-000000000000",
                "test-rg",
                "identity",
                "eastus"
            )
            .tags(j::<HashMap<String, String>>(json!({"tagKey1": "tagValue1"})))
            .properties(j::<c::models::ManagedIdentityTrackedResourceProperties>(
                json!({"provisioningState": ""})
            ))
            .identity(j::<c::models::AzureResourceManagerCommonTypesManagedServiceIdentity>(
                json!({"type": "SystemAssigned"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.CommonProperties/managedIdentityTrackedResources/identity", "location": "eastus", "tags": {"tagKey1": "tagValue1"}, "identity": {"type": "SystemAssigned", "principalId": "00000000-0000-0000-0000-000000000000", "tenantId": "00000000-0000-0000-0000-000000000000"}, "properties": {"provisioningState": "Succeeded"}})
    );
    same!(r, "Azure_ResourceManager_CommonProperties_ManagedIdentity_updateWithUserAssignedAndSystemAssigned", "PATCH /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.CommonProperties/managedIdentityTrackedResources/:managedIdentityResourceName", client.managed_identity_client().update_with_user_assigned_and_system_assigned("00000000-0000-0000-0000-000000000000", "test-rg", "identity").identity(j::<c::models::AzureResourceManagerCommonTypesManagedServiceIdentity>(json!({"type": "SystemAssigned,UserAssigned", "userAssignedIdentities": {"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id1": {}}}))), json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.CommonProperties/managedIdentityTrackedResources/identity", "location": "eastus", "tags": {"tagKey1": "tagValue1"}, "identity": {"type": "SystemAssigned,UserAssigned", "userAssignedIdentities": {"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id1": {"principalId": "00000000-0000-0000-0000-000000000000", "clientId": "00000000-0000-0000-0000-000000000000"}}, "principalId": "00000000-0000-0000-0000-000000000000", "tenantId": "00000000-0000-0000-0000-000000000000"}, "properties": {"provisioningState": "Succeeded"}}));
    status!(
        r,
        "Azure_ResourceManager_CommonProperties_Error_getForPredefinedError",
        "GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.CommonProperties/confidentialResources/:resourceName",
        404,
        client.error_client().get_for_predefined_error(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "confidential"
        )
    );
    hand!(
        r,
        "Azure_ResourceManager_CommonProperties_Error_createForUserDefinedError",
        "PUT /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.CommonProperties/confidentialResources/:resourceName",
        {
            let error = client
                .error_client()
                .create_for_user_defined_error(
                    "00000000-0000-0000-0000-000000000000",
                    "test-rg",
                    "confidential",
                    "eastus",
                )
                .properties(j::<c::models::ConfidentialResourceProperties>(
                    json!({"username": "00"}),
                ))
                .await
                .err()
                .ok_or("no error")?;
            let why = Fail::from(error);
            ensure(why.0.contains("Username should not contain only numbers"), why.0)?;
        }
    );
}
