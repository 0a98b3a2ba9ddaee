// Case az-azure_resource-manager_resources.
use crate::prelude::*;
use az_resource_manager_resources as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_resource-manager_resources");
    let client = c::AzResourceManagerResourcesClient::new(ENDPOINT, token(), None).unwrap();
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_get",
        "GET /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client.extensions_resources_client().get(
            "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg",
            "extension"
        ),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_get",
        "GET /subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client
            .extensions_resources_client()
            .get("subscriptions/00000000-0000-0000-0000-000000000000", "extension"),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_get",
        "GET /providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client.extensions_resources_client().get("", "extension"),
        json!({"id": "/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(r, "Azure_ResourceManager_Resources_ExtensionsResources_get", "GET /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension", client.extensions_resources_client().get("subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top", "extension"), json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}));
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_createOrUpdate",
        "PUT /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client
            .extensions_resources_client()
            .create_or_update(
                "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg",
                "extension"
            )
            .properties(j::<c::models::ExtensionsResourceProperties>(
                json!({"description": "valid"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_createOrUpdate",
        "PUT /subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client
            .extensions_resources_client()
            .create_or_update("subscriptions/00000000-0000-0000-0000-000000000000", "extension")
            .properties(j::<c::models::ExtensionsResourceProperties>(
                json!({"description": "valid"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_createOrUpdate",
        "PUT /providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client.extensions_resources_client().create_or_update("", "extension").properties(j::<
            c::models::ExtensionsResourceProperties,
        >(
            json!({"description": "valid"})
        )),
        json!({"id": "/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(r, "Azure_ResourceManager_Resources_ExtensionsResources_createOrUpdate", "PUT /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension", client.extensions_resources_client().create_or_update("subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top", "extension").properties(j::<c::models::ExtensionsResourceProperties>(json!({"description": "valid"}))), json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}));
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_update",
        "PATCH /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client
            .extensions_resources_client()
            .update(
                "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg",
                "extension"
            )
            .properties(j::<c::models::ExtensionsResourceProperties>(
                json!({"description": "valid2"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"provisioningState": "Succeeded", "description": "valid2"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_update",
        "PATCH /subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client
            .extensions_resources_client()
            .update("subscriptions/00000000-0000-0000-0000-000000000000", "extension")
            .properties(j::<c::models::ExtensionsResourceProperties>(
                json!({"description": "valid2"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"provisioningState": "Succeeded", "description": "valid2"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_update",
        "PATCH /providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client.extensions_resources_client().update("", "extension").properties(j::<
            c::models::ExtensionsResourceProperties,
        >(
            json!({"description": "valid2"})
        )),
        json!({"id": "/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"provisioningState": "Succeeded", "description": "valid2"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(r, "Azure_ResourceManager_Resources_ExtensionsResources_update", "PATCH /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension", client.extensions_resources_client().update("subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top", "extension").properties(j::<c::models::ExtensionsResourceProperties>(json!({"description": "valid2"}))), json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"provisioningState": "Succeeded", "description": "valid2"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}));
    done!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_delete",
        "DELETE /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client.extensions_resources_client().delete(
            "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg",
            "extension"
        )
    );
    done!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_delete",
        "DELETE /subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client
            .extensions_resources_client()
            .delete("subscriptions/00000000-0000-0000-0000-000000000000", "extension")
    );
    done!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_delete",
        "DELETE /providers/Azure.ResourceManager.Resources/extensionsResources/extension",
        client.extensions_resources_client().delete("", "extension")
    );
    done!(r, "Azure_ResourceManager_Resources_ExtensionsResources_delete", "DELETE /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension", client.extensions_resources_client().delete("subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top", "extension"));
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_listByScope",
        "GET /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources",
        client.extensions_resources_client().list_by_scope(
            "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg"
        ),
        json!({"value": [{"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}]})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_listByScope",
        "GET /subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources",
        client
            .extensions_resources_client()
            .list_by_scope("subscriptions/00000000-0000-0000-0000-000000000000"),
        json!({"value": [{"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}]})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_ExtensionsResources_listByScope",
        "GET /providers/Azure.ResourceManager.Resources/extensionsResources",
        client.extensions_resources_client().list_by_scope(""),
        json!({"value": [{"id": "/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}]})
    );
    same!(r, "Azure_ResourceManager_Resources_ExtensionsResources_listByScope", "GET /subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources", client.extensions_resources_client().list_by_scope("subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top"), json!({"value": [{"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/providers/Azure.ResourceManager.Resources/extensionsResources/extension", "name": "extension", "type": "Azure.ResourceManager.Resources/extensionsResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}]}));
    same!(
        r,
        "Azure_ResourceManager_Resources_LocationResources_get",
        "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.Resources/locations/:location/locationResources/:locationResourceName",
        client.location_resources_client().get(
            "00000000-0000-0000-0000-000000000000",
            ":location",
            ":locationResourceName"
        ),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/locations/eastus/locationResources/resource", "name": "resource", "type": "Azure.ResourceManager.Resources/locationResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_LocationResources_createOrUpdate",
        "PUT /subscriptions/:subscriptionId/providers/Azure.ResourceManager.Resources/locations/:location/locationResources/:locationResourceName",
        client
            .location_resources_client()
            .create_or_update(
                "00000000-0000-0000-0000-000000000000",
                ":location",
                ":locationResourceName"
            )
            .properties(j::<c::models::LocationResourceProperties>(
                json!({"description": "valid"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/locations/eastus/locationResources/resource", "name": "resource", "type": "Azure.ResourceManager.Resources/locationResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_LocationResources_update",
        "PATCH /subscriptions/:subscriptionId/providers/Azure.ResourceManager.Resources/locations/:location/locationResources/:locationResourceName",
        client
            .location_resources_client()
            .update("00000000-0000-0000-0000-000000000000", ":location", ":locationResourceName")
            .properties(j::<c::models::LocationResourceProperties>(
                json!({"description": "valid2"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/locations/eastus/locationResources/resource", "name": "resource", "type": "Azure.ResourceManager.Resources/locationResources", "properties": {"provisioningState": "Succeeded", "description": "valid2"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    done!(
        r,
        "Azure_ResourceManager_Resources_LocationResources_delete",
        "DELETE /subscriptions/:subscriptionId/providers/Azure.ResourceManager.Resources/locations/:location/locationResources/:locationResourceName",
        client.location_resources_client().delete(
            "00000000-0000-0000-0000-000000000000",
            ":location",
            ":locationResourceName"
        )
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_LocationResources_listByLocation",
        "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.Resources/locations/:location/locationResources",
        client
            .location_resources_client()
            .list_by_location("00000000-0000-0000-0000-000000000000", "eastus"),
        json!({"value": [{"id": "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Azure.ResourceManager.Resources/locations/eastus/locationResources/resource", "name": "resource", "type": "Azure.ResourceManager.Resources/locationResources", "properties": {"description": "valid", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}]})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_Singleton_getByResourceGroup",
        "GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/singletonTrackedResources/default",
        client
            .singleton_client()
            .get_by_resource_group("00000000-0000-0000-0000-000000000000", "test-rg"),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/singletonTrackedResources/default", "name": "default", "type": "Azure.ResourceManager.Resources/singletonTrackedResources", "location": "eastus", "properties": {"provisioningState": "Succeeded", "description": "valid"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_Singleton_createOrUpdate",
        "PUT /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/singletonTrackedResources/default",
        client
            .singleton_client()
            .create_or_update("00000000-0000-0000-0000-000000000000", "test-rg", "eastus")
            .properties(j::<c::models::SingletonTrackedResourceProperties>(
                json!({"description": "valid"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/singletonTrackedResources/default", "name": "default", "type": "Azure.ResourceManager.Resources/singletonTrackedResources", "location": "eastus", "properties": {"provisioningState": "Succeeded", "description": "valid"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_Singleton_update",
        "PATCH /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/singletonTrackedResources/default",
        client
            .singleton_client()
            .update("00000000-0000-0000-0000-000000000000", "test-rg")
            .properties(j::<c::models::SingletonTrackedResourceProperties>(
                json!({"description": "valid2"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/singletonTrackedResources/default", "name": "default", "type": "Azure.ResourceManager.Resources/singletonTrackedResources", "location": "eastus", "properties": {"provisioningState": "Succeeded", "description": "valid2"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_Singleton_listByResourceGroup",
        "GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/singletonTrackedResources",
        client
            .singleton_client()
            .list_by_resource_group("00000000-0000-0000-0000-000000000000", "test-rg"),
        json!({"value": [{"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/singletonTrackedResources/default", "name": "default", "type": "Azure.ResourceManager.Resources/singletonTrackedResources", "location": "eastus", "properties": {"provisioningState": "Succeeded", "description": "valid"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}]})
    );
    done!(
        r,
        "Azure_ResourceManager_Resources_TopLevel_actionSync",
        "POST /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/:topLevelResourceName/actionSync",
        client.top_level_client().action_sync(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "top",
            "Resource action at top level.",
            true
        )
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_TopLevel_get",
        "GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/:topLevelResourceName",
        client.top_level_client().get("00000000-0000-0000-0000-000000000000", "test-rg", "top"),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top", "name": "top", "type": "Azure.ResourceManager.Resources/topLevelTrackedResources", "location": "eastus", "properties": {"provisioningState": "Succeeded", "description": "valid"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_TopLevel_createOrReplace",
        "PUT /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/:topLevelResourceName",
        client
            .top_level_client()
            .create_or_replace("00000000-0000-0000-0000-000000000000", "test-rg", "top", "eastus")
            .properties(j::<c::models::TopLevelTrackedResourceProperties>(
                json!({"description": "valid"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top", "name": "top", "type": "Azure.ResourceManager.Resources/topLevelTrackedResources", "location": "eastus", "properties": {"provisioningState": "Succeeded", "description": "valid"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_TopLevel_update",
        "PATCH /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/:topLevelResourceName",
        client
            .top_level_client()
            .update("00000000-0000-0000-0000-000000000000", "test-rg", "top")
            .properties(j::<c::models::TopLevelTrackedResourceProperties>(
                json!({"description": "valid2"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top", "name": "top", "type": "Azure.ResourceManager.Resources/topLevelTrackedResources", "location": "eastus", "properties": {"provisioningState": "Succeeded", "description": "valid2"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    done!(
        r,
        "Azure_ResourceManager_Resources_TopLevel_delete",
        "DELETE /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/:topLevelResourceName",
        client.top_level_client().delete("00000000-0000-0000-0000-000000000000", "test-rg", "top")
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_TopLevel_listByResourceGroup",
        "GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/topLevelTrackedResources",
        client
            .top_level_client()
            .list_by_resource_group("00000000-0000-0000-0000-000000000000", "test-rg"),
        json!({"value": [{"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top", "name": "top", "type": "Azure.ResourceManager.Resources/topLevelTrackedResources", "location": "eastus", "properties": {"provisioningState": "Succeeded", "description": "valid"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}]})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_TopLevel_listBySubscription",
        "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.Resources/topLevelTrackedResources",
        client.top_level_client().list_by_subscription("00000000-0000-0000-0000-000000000000"),
        json!({"value": [{"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top", "name": "top", "type": "Azure.ResourceManager.Resources/topLevelTrackedResources", "location": "eastus", "properties": {"provisioningState": "Succeeded", "description": "valid"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}]})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_Nested_get",
        "GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/:topLevelResourceName/nestedProxyResources/:nestedResourceName",
        client.nested_client().get(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "top",
            "nested"
        ),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources/nested", "name": "nested", "type": "Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources", "properties": {"provisioningState": "Succeeded", "description": "valid"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_Nested_createOrReplace",
        "PUT /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/:topLevelResourceName/nestedProxyResources/:nestedResourceName",
        client
            .nested_client()
            .create_or_replace("00000000-0000-0000-0000-000000000000", "test-rg", "top", "nested")
            .properties(j::<c::models::NestedProxyResourceProperties>(
                json!({"description": "valid"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources/nested", "name": "nested", "type": "Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources", "properties": {"provisioningState": "Succeeded", "description": "valid"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_Nested_update",
        "PATCH /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/:topLevelResourceName/nestedProxyResources/:nestedResourceName",
        client
            .nested_client()
            .update("00000000-0000-0000-0000-000000000000", "test-rg", "top", "nested")
            .properties(j::<c::models::NestedProxyResourceProperties>(
                json!({"description": "valid2"})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources/nested", "name": "nested", "type": "Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources", "properties": {"provisioningState": "Succeeded", "description": "valid2"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    done!(
        r,
        "Azure_ResourceManager_Resources_Nested_delete",
        "DELETE /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/:topLevelResourceName/nestedProxyResources/:nestedResourceName",
        client.nested_client().delete(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "top",
            "nested"
        )
    );
    same!(
        r,
        "Azure_ResourceManager_Resources_Nested_listByTopLevelTrackedResource",
        "GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/:topLevelResourceName/nestedProxyResources",
        client.nested_client().list_by_top_level_tracked_resource(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "top"
        ),
        json!({"value": [{"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources/nested", "name": "nested", "type": "Azure.ResourceManager.Resources/topLevelTrackedResources/top/nestedProxyResources", "properties": {"provisioningState": "Succeeded", "description": "valid"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}}]})
    );
}
