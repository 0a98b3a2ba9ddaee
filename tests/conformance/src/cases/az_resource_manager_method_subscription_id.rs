// Case az-azure_resource-manager_method-subscription-id.
use crate::prelude::*;
use az_resource_manager_method_subscription_id as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_resource-manager_method-subscription-id");
    let client =
        c::AzResourceManagerMethodSubscriptionIdClient::new(ENDPOINT, token(), None).unwrap();
    same!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_Operations",
        "GET /providers/Azure.ResourceManager.MethodSubscriptionId/operations",
        client.operations_client().list(),
        json!({"value": [{"name": "Azure.ResourceManager.MethodSubscriptionId/services/read", "isDataAction": false, "display": {"provider": "Azure.ResourceManager.MethodSubscriptionId", "resource": "services", "operation": "Lists services", "description": "Lists registered services"}}]})
    );
    same!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource1Operations_get",
        "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource1s/:name",
        client
            .subscription_resource1_operations_client()
            .get("00000000-0000-0000-0000-000000000000", "sub-resource-1"),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource1s/sub-resource-1", "name": "sub-resource-1", "type": "Azure.ResourceManager.MethodSubscriptionId/subscriptionResource1s", "properties": {"provisioningState": "Succeeded", "description": "Valid subscription resource 1"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2023-01-01T00:00:00.000Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2023-01-01T00:00:00.000Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource1Operations_put",
        "PUT /subscriptions/:subscriptionId/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource1s/:name",
        client
            .subscription_resource1_operations_client()
            .put("00000000-0000-0000-0000-000000000000", "sub-resource-1")
            .properties(j::<
                c::models::TwoSubscriptionResourcesMethodLevelSubscriptionResource1Properties,
            >(json!({"description": "Valid subscription resource 1"}))),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource1s/sub-resource-1", "name": "sub-resource-1", "type": "Azure.ResourceManager.MethodSubscriptionId/subscriptionResource1s", "properties": {"provisioningState": "Succeeded", "description": "Valid subscription resource 1"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2023-01-01T00:00:00.000Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2023-01-01T00:00:00.000Z", "lastModifiedByType": "User"}})
    );
    done!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource1Operations_delete",
        "DELETE /subscriptions/:subscriptionId/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource1s/:name",
        client
            .subscription_resource1_operations_client()
            .delete("00000000-0000-0000-0000-000000000000", "sub-resource-1")
    );
    same!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource2Operations_get",
        "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource2s/:name",
        client
            .subscription_resource2_operations_client()
            .get("00000000-0000-0000-0000-000000000000", "sub-resource-2"),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource2s/sub-resource-2", "name": "sub-resource-2", "type": "Azure.ResourceManager.MethodSubscriptionId/subscriptionResource2s", "properties": {"provisioningState": "Succeeded", "configValue": "test-config"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2023-01-01T00:00:00.000Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2023-01-01T00:00:00.000Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource2Operations_put",
        "PUT /subscriptions/:subscriptionId/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource2s/:name",
        client
            .subscription_resource2_operations_client()
            .put("00000000-0000-0000-0000-000000000000", "sub-resource-2")
            .properties(j::<
                c::models::TwoSubscriptionResourcesMethodLevelSubscriptionResource2Properties,
            >(json!({"configValue": "test-config"}))),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource2s/sub-resource-2", "name": "sub-resource-2", "type": "Azure.ResourceManager.MethodSubscriptionId/subscriptionResource2s", "properties": {"provisioningState": "Succeeded", "configValue": "test-config"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2023-01-01T00:00:00.000Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2023-01-01T00:00:00.000Z", "lastModifiedByType": "User"}})
    );
    done!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_TwoSubscriptionResourcesMethodLevel_SubscriptionResource2Operations_delete",
        "DELETE /subscriptions/:subscriptionId/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResource2s/:name",
        client
            .subscription_resource2_operations_client()
            .delete("00000000-0000-0000-0000-000000000000", "sub-resource-2")
    );
    same!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_SubscriptionResourceOperations_get",
        "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResources/:name",
        client
            .subscription_resource_operations_client()
            .get("00000000-0000-0000-0000-000000000000", "sub-resource"),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResources/sub-resource", "name": "sub-resource", "type": "Azure.ResourceManager.MethodSubscriptionId/subscriptionResources", "properties": {"provisioningState": "Succeeded", "subscriptionSetting": "test-sub-setting"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2023-01-01T00:00:00.000Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2023-01-01T00:00:00.000Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_SubscriptionResourceOperations_put",
        "PUT /subscriptions/:subscriptionId/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResources/:name",
        client
            .subscription_resource_operations_client()
            .put("00000000-0000-0000-0000-000000000000", "sub-resource")
            .properties(j::<c::models::MixedSubscriptionPlacementSubscriptionResourceProperties>(
                json!({"subscriptionSetting": "test-sub-setting"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResources/sub-resource", "name": "sub-resource", "type": "Azure.ResourceManager.MethodSubscriptionId/subscriptionResources", "properties": {"provisioningState": "Succeeded", "subscriptionSetting": "test-sub-setting"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2023-01-01T00:00:00.000Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2023-01-01T00:00:00.000Z", "lastModifiedByType": "User"}})
    );
    done!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_SubscriptionResourceOperations_delete",
        "DELETE /subscriptions/:subscriptionId/providers/Azure.ResourceManager.MethodSubscriptionId/subscriptionResources/:name",
        client
            .subscription_resource_operations_client()
            .delete("00000000-0000-0000-0000-000000000000", "sub-resource")
    );
    same!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_ResourceGroupResourceOperations_get",
        "GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroupName/providers/Azure.ResourceManager.MethodSubscriptionId/resourceGroupResources/:name",
        client.resource_group_resource_operations_client().get(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "rg-resource"
        ),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.MethodSubscriptionId/resourceGroupResources/rg-resource", "name": "rg-resource", "type": "Azure.ResourceManager.MethodSubscriptionId/resourceGroupResources", "location": "eastus", "properties": {"provisioningState": "Succeeded", "resourceGroupSetting": "test-setting"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2023-01-01T00:00:00.000Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2023-01-01T00:00:00.000Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_ResourceGroupResourceOperations_put",
        "PUT /subscriptions/:subscriptionId/resourceGroups/:resourceGroupName/providers/Azure.ResourceManager.MethodSubscriptionId/resourceGroupResources/:name",
        client
            .resource_group_resource_operations_client()
            .put("00000000-0000-0000-0000-000000000000", "test-rg", "rg-resource", "eastus")
            .properties(j::<c::models::MixedSubscriptionPlacementResourceGroupResourceProperties>(
                json!({"resourceGroupSetting": "test-setting"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.MethodSubscriptionId/resourceGroupResources/rg-resource", "name": "rg-resource", "type": "Azure.ResourceManager.MethodSubscriptionId/resourceGroupResources", "location": "eastus", "properties": {"provisioningState": "Succeeded", "resourceGroupSetting": "test-setting"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2023-01-01T00:00:00.000Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2023-01-01T00:00:00.000Z", "lastModifiedByType": "User"}})
    );
    done!(
        r,
        "Azure_ResourceManager_MethodSubscriptionId_MixedSubscriptionPlacement_ResourceGroupResourceOperations_delete",
        "DELETE /subscriptions/:subscriptionId/resourceGroups/:resourceGroupName/providers/Azure.ResourceManager.MethodSubscriptionId/resourceGroupResources/:name",
        client.resource_group_resource_operations_client().delete(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "rg-resource"
        )
    );
}
