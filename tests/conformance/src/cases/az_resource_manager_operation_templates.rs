// Case az-azure_resource-manager_operation-templates.
use crate::prelude::*;
use az_resource_manager_operation_templates as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_resource-manager_operation-templates");
    let client =
        c::AzResourceManagerOperationTemplatesClient::new(ENDPOINT, token(), None).unwrap();
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_ListAvailableOperations",
        "GET /providers/Azure.ResourceManager.OperationTemplates/operations",
        client.operations_client().list(),
        json!({"value": [{"name": "Microsoft.Compute/virtualMachines/write", "isDataAction": false, "display": {"provider": "Microsoft Compute", "resource": "Virtual Machines", "operation": "Create or Update Virtual Machine.", "description": "Add or modify virtual machines."}, "origin": "user,system", "actionType": "Internal"}]})
    );
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_CheckNameAvailability_checkGlobal",
        "POST /subscriptions/:subscriptionId/providers/Azure.ResourceManager.OperationTemplates/checkNameAvailability",
        client
            .check_name_availability_client()
            .check_global("00000000-0000-0000-0000-000000000000")
            .name("checkName")
            .type_("Microsoft.Web/site"),
        json!({"nameAvailable": false, "reason": "AlreadyExists", "message": "Hostname 'checkName' already exists. Please select a different name."})
    );
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_CheckNameAvailability_checkLocal",
        "POST /subscriptions/:subscriptionId/providers/Azure.ResourceManager.OperationTemplates/locations/:location/checkNameAvailability",
        client
            .check_name_availability_client()
            .check_local("00000000-0000-0000-0000-000000000000", "westus")
            .name("checkName")
            .type_("Microsoft.Web/site"),
        json!({"nameAvailable": false, "reason": "AlreadyExists", "message": "Hostname 'checkName' already exists. Please select a different name."})
    );
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_Lro_createOrReplace",
        "PUT /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.OperationTemplates/orders/:orderName",
        client
            .lro_client()
            .create_or_replace(
                "00000000-0000-0000-0000-000000000000",
                "test-rg",
                "order1",
                "eastus"
            )
            .properties(j::<c::models::OrderProperties>(
                json!({"productId": "product1", "amount": 1})
            )),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.OperationTemplates/orders/order1", "name": "order1", "type": "Azure.ResourceManager.Resources/orders", "location": "eastus", "properties": {"provisioningState": "InProgress"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    r.inexpressible("Azure_ResourceManager_OperationTemplates_Lro_createOrReplace", "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.OperationTemplates/locations/eastus/operations/lro_create_aao", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    r.inexpressible("Azure_ResourceManager_OperationTemplates_Lro_createOrReplace", "GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.OperationTemplates/orders/:orderName", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_Lro_export",
        "POST /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.OperationTemplates/orders/:orderName/export",
        client.lro_client().export(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "order1",
            "csv"
        ),
        json!(null)
    ); // expects no body but gives Option < models::ExportResult >, optional
    r.inexpressible("Azure_ResourceManager_OperationTemplates_Lro_export", "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.OperationTemplates/locations/eastus/operations/lro_post_location", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    r.inexpressible("Azure_ResourceManager_OperationTemplates_Lro_export", "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.OperationTemplates/locations/eastus/operations/lro_post_aao", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    done!(
        r,
        "Azure_ResourceManager_OperationTemplates_Lro_delete",
        "DELETE /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.OperationTemplates/orders/:orderName",
        client.lro_client().delete("00000000-0000-0000-0000-000000000000", "test-rg", "order1")
    );
    r.inexpressible("Azure_ResourceManager_OperationTemplates_Lro_delete", "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.OperationTemplates/locations/eastus/operationResults/lro_delete_location", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_Lro_exportArray",
        "POST /subscriptions/:subscriptionId/providers/Azure.ResourceManager.OperationTemplates/exportArray",
        client.lro_client().export_array("00000000-0000-0000-0000-000000000000", "csv"),
        json!(null)
    ); // expects no body but gives Option < Vec < models::ExportResult > >, optional
    r.inexpressible("Azure_ResourceManager_OperationTemplates_Lro_exportArray", "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.OperationTemplates/locations/eastus/operations/lro_exportarray_location", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    r.inexpressible("Azure_ResourceManager_OperationTemplates_Lro_exportArray", "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.OperationTemplates/locations/eastus/operations/lro_exportarray_aao", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_OptionalBody_get",
        "GET /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.OperationTemplates/widgets/:widgetName",
        client.optional_body_client().get(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "widget1"
        ),
        json!({"id": "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.OperationTemplates/widgets/widget1", "name": "widget1", "type": "Azure.ResourceManager.OperationTemplates/widgets", "location": "eastus", "properties": {"name": "widget1", "description": "A test widget", "provisioningState": "Succeeded"}, "systemData": {"createdBy": "AzureSDK", "createdByType": "User", "createdAt": "2024-10-04T00:56:07.442Z", "lastModifiedBy": "AzureSDK", "lastModifiedAt": "2024-10-04T00:56:07.442Z", "lastModifiedByType": "User"}})
    );
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_LroPaging_postPagingLro",
        "POST /subscriptions/:subscriptionId/resourceGroups/:resourceGroup/providers/Azure.ResourceManager.OperationTemplates/products/default/postPagingLro",
        client.lro_paging_client().post_paging_lro(
            "00000000-0000-0000-0000-000000000000",
            "test-rg",
            "default"
        ),
        json!(null)
    ); // expects no body but gives Option < models::ProductListResult >, optional
    r.inexpressible("Azure_ResourceManager_OperationTemplates_LroPaging_postPagingLro", "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.OperationTemplates/locations/eastus/operations/lro_paging_post_location", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    r.inexpressible("Azure_ResourceManager_OperationTemplates_LroPaging_postPagingLro", "GET /subscriptions/:subscriptionId/providers/Azure.ResourceManager.OperationTemplates/locations/eastus/operations/lro_paging_post_location/nextPage", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    let (sub, ob) = ("00000000-0000-0000-0000-000000000000", client.optional_body_client());
    let text = |value: Value, pointer: &str| value.pointer(pointer).cloned().unwrap_or_default();
    hand!(
        r,
        "Azure_ResourceManager_OperationTemplates_OptionalBody_patch",
        "PATCH widgets EmptyBody",
        {
            let got = serde_json::to_value(ob.patch(sub, "test-rg", "widget1").await?).unwrap();
            expect(&text(got, "/properties/name"), &json!("widget1"))?;
        }
    );
    hand!(
        r,
        "Azure_ResourceManager_OperationTemplates_OptionalBody_patch",
        "PATCH widgets WithBody",
        {
            let got = serde_json::to_value(
                ob.patch(sub, "test-rg", "widget1")
                    .properties(j::<c::models::WidgetProperties>(
                        json!({"name": "updated-widget", "description": "Updated description"}),
                    ))
                    .await?,
            )
            .unwrap();
            expect(&text(got, "/properties/name"), &json!("updated-widget"))?;
        }
    );
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_OptionalBody_post",
        "POST widgets/post EmptyBody",
        ob.post(sub, "test-rg", "widget1"),
        json!({"result": "Action completed successfully"})
    );
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_OptionalBody_post",
        "POST widgets/post WithBody",
        ob.post(sub, "test-rg", "widget1").action_type("perform").parameters("test-parameters"),
        json!({"result": "Action completed successfully with parameters"})
    );
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_OptionalBody_providerPost",
        "POST providerPost EmptyBody",
        ob.provider_post(sub),
        json!({"totalAllowed": 50, "status": "Changed to default allowance"})
    );
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_OptionalBody_providerPost",
        "POST providerPost WithBody",
        ob.provider_post(sub).total_allowed(100).reason("Increased demand"),
        json!({"totalAllowed": 100, "status": "Changed to requested allowance"})
    );
}
