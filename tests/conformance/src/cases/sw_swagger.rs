//! The same scenarios with crates from Swagger 2.0 (typespec-autorest), which says what is a list
//! and what goes on after the answer.
use crate::prelude::*;
use futures::{StreamExt, TryStreamExt};

macro_rules! items {
    ($r:ident, $s:expr, $l:expr, $call:expr, $want:expr) => {
        hand!($r, $s, $l, {
            let got: Vec<_> = $call.items().try_collect().await?;
            expect(&got, &$want)?;
        })
    };
}

pub async fn run(r: &mut Report) {
    r.case("swagger: az-azure_core_page");
    let client = sw_az_core_page::SwAzCorePageClient::new(ENDPOINT, None).unwrap();
    let madge = json!([{"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"}]);
    items!(r, "Azure_Core_Page_listWithPage", "items", client.list_with_page(), madge);
    items!(
        r,
        "Azure_Core_Page_listWithParameters",
        "items",
        client.list_with_parameters("Madge").another(j(json!("Second"))),
        madge
    );
    items!(
        r,
        "Azure_Core_Page_TwoModelsAsPageItem",
        "items first",
        client.two_models_as_page_item_client().list_first_item(),
        json!([{"id": 1}])
    );
    items!(
        r,
        "Azure_Core_Page_TwoModelsAsPageItem",
        "items second",
        client.two_models_as_page_item_client().list_second_item(),
        json!([{"name": "Madge"}])
    );
    items!(
        r,
        "Azure_Core_Page_listWithCustomPageModel",
        "items",
        client.list_with_custom_page_model(),
        madge
    );
    // The server leaves out a required property, so the items are bad ones.
    hand!(r, "Azure_Core_Page_withParameterizedNextLink", "items of 2 pages", {
        let mut items = client.with_parameterized_next_link("name").include_pending(true).items();
        let mut got = Vec::new();
        while let Some(item) = items.next().await {
            let error = item.err().ok_or("the item has the property")?;
            match sw_az_core_page::BadItem::of(&error) {
                Some(bad) => got.push(bad.json().clone()),
                None => return Err(error.into()),
            }
        }
        expect(&got, &json!([{"id": 1, "name": "User1"}, {"id": 2, "name": "User2"}]))?;
    });
    items!(
        r,
        "Azure_Core_Page_withRelativeNextLink",
        "items of 2 pages",
        client.with_relative_next_link(),
        json!([{"id": 1, "name": "User1", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"}, {"id": 2, "name": "User2", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"}])
    );

    r.case("swagger: az-azure_payload_pageable");
    let client = sw_az_payload_pageable::SwAzPayloadPageableClient::new(ENDPOINT, None).unwrap();
    items!(
        r,
        "Azure_Payload_Pageable_list",
        "items of 2 pages",
        client.list().maxpagesize(3),
        json!([{"name": "user5"}, {"name": "user6"}, {"name": "user7"}, {"name": "user8"}])
    );

    r.case("swagger: az-azure_client-generator-core_next-link-verb");
    let client = sw_az_cgc_next_link_verb::SwAzCgcNextLinkVerbClient::new(ENDPOINT, None).unwrap();
    items!(
        r,
        "Azure_ClientGenerator_Core_NextLinkVerb_listItems",
        "items of 2 pages, POST",
        client.list_items(),
        json!([{"id": "test1"}, {"id": "test2"}])
    );

    r.case("swagger: az-azure_core_basic");
    let client = sw_az_core_basic::SwAzCoreBasicClient::new(ENDPOINT, None).unwrap();
    let user = json!({"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"});
    same!(
        r,
        "Azure_Core_Basic_createOrUpdate",
        "PATCH",
        client.create_or_update(1).name("Madge".to_owned()),
        user
    );
    same!(r, "Azure_Core_Basic_createOrReplace", "PUT", client.create_or_replace(1, "Madge"), user);
    same!(r, "Azure_Core_Basic_get", "GET", client.get(1), user);
    items!(
        r,
        "Azure_Core_Basic_list",
        "items",
        client
            .list()
            .top(5)
            .skip(10)
            .orderby(["id"])
            .filter("id lt 10")
            .select(["id", "orders", "etag"])
            .expand(["orders"]),
        json!([{"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59", "orders": [{"id": 1, "userId": 1, "detail": "a recorder"}]}, {"id": 2, "name": "John", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b5a", "orders": [{"id": 2, "userId": 2, "detail": "a TV"}]}])
    );
    done!(r, "Azure_Core_Basic_delete", "DELETE", client.delete(1));
    same!(r, "Azure_Core_Basic_export", "POST", client.export(1, "json"), user);
    hand!(r, "Azure_Core_Basic_exportAllUsers", "POST", {
        ensure(client.export_all_users("json").await?.users.len() == 2, "two users")?;
    });

    r.case("swagger: az-azure_core_lro_standard");
    let client = sw_az_core_lro_standard::SwAzCoreLroStandardClient::new(ENDPOINT, None).unwrap();
    let soon = azure_core::time::Duration::milliseconds(1);
    same!(
        r,
        "Azure_Core_Lro_Standard_createOrReplace",
        "awaited",
        client.begin_create_or_replace("madge", "contributor").poll_every(soon),
        json!({"name": "madge", "role": "contributor"})
    );
    done!(
        r,
        "Azure_Core_Lro_Standard_delete",
        "awaited",
        client.begin_delete("madge").poll_every(soon)
    );
    same!(
        r,
        "Azure_Core_Lro_Standard_export",
        "awaited",
        client.begin_export("madge", "json").poll_every(soon),
        json!({"name": "madge", "resourceUri": "/users/madge"})
    );

    r.case("swagger: az-azure_core_lro_rpc");
    let client = sw_az_core_lro_rpc::SwAzCoreLroRpcClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_Core_Lro_Rpc_longRunningRpc",
        "awaited",
        client.begin_long_running_rpc("text").poll_every(soon),
        json!({"data": "text data"})
    );

    r.case("swagger: az-azure_core_model");
    let client = sw_az_core_model::SwAzCoreModelClient::new(ENDPOINT, None).unwrap();
    let client = client.azure_core_embedding_vector_client();
    same!(
        r,
        "Azure_Core_Model_AzureCoreEmbeddingVector_get",
        "GET",
        client.get(),
        json!([0, 1, 2, 3, 4])
    );
    done!(r, "Azure_Core_Model_AzureCoreEmbeddingVector_put", "PUT", client.put([0, 1, 2, 3, 4]));
    same!(
        r,
        "Azure_Core_Model_AzureCoreEmbeddingVector_post",
        "POST",
        client.post([0, 1, 2, 3, 4]),
        json!({"embedding": [5, 6, 7, 8, 9]})
    );

    r.case("swagger: az-azure_core_traits");
    let client = sw_az_core_traits::SwAzCoreTraitsClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_Core_Traits_smokeTest",
        "GET",
        client
            .smoke_test(1, "123")
            .if_match("\"valid\"")
            .if_none_match("\"invalid\"")
            .if_unmodified_since(dt(json!("Fri, 26 Aug 2022 14:38:00 GMT")))
            .if_modified_since(dt(json!("Thu, 26 Aug 2021 14:38:00 GMT"))),
        json!({"id": 1, "name": "Madge"})
    );
    same!(
        r,
        "Azure_Core_Traits_repeatableAction",
        "POST",
        client
            .repeatable_action(1, "test")
            .repeatability_request_id("86aede1f-96fa-4e7f-b1e1-bf8a947cb804")
            .repeatability_first_sent(dt(json!("Mon, 27 Nov 2023 11:58:00 GMT"))),
        json!({"userActionResult": "test"})
    );

    r.case("swagger: ts-payload_pageable");
    let client = sw_ts_payload_pageable::SwTsPayloadPageableClient::new(ENDPOINT, None).unwrap();
    let client = client.server_driven_pagination_client();
    let pets = json!([{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}, {"id": "3", "name": "bird"}, {"id": "4", "name": "fish"}]);
    items!(
        r,
        "Payload_Pageable_ServerDrivenPagination_link",
        "items of 2 pages",
        client.link(),
        pets
    );
    items!(
        r,
        "Payload_Pageable_ServerDrivenPagination_nestedLink",
        "items of 2 pages",
        client.nested_link(),
        pets
    );
    items!(
        r,
        "Payload_Pageable_ServerDrivenPagination_linkString",
        "items of 2 pages",
        client.link_string(),
        pets
    );
    let client = sw_ts_payload_pageable::SwTsPayloadPageableClient::new(ENDPOINT, None).unwrap();
    items!(
        r,
        "Payload_Pageable_XmlPagination_listWithNextLink",
        "items of 2 pages",
        client.xml_pagination_client().list_with_next_link(),
        pets
    );

    // The common types of Resource Manager, which npm does not ship, are those of the OpenAPI form.
    let sub = "00000000-0000-0000-0000-000000000000";
    r.case("swagger: az-azure_resource-manager_operation-templates");
    use sw_az_resource_manager_operation_templates as ot;
    let client =
        ot::SwAzResourceManagerOperationTemplatesClient::new(ENDPOINT, token(), None).unwrap();
    hand!(r, "Azure_ResourceManager_OperationTemplates_ListAvailableOperations", "items", {
        let got: Vec<_> = client.operations_client().list().items().try_collect().await?;
        ensure(got.len() == 1, format!("{} items", got.len()))?;
    });
    let lro = client.lro_client();
    hand!(r, "Azure_ResourceManager_OperationTemplates_Lro_createOrReplace", "awaited", {
        let properties =
            j::<ot::models::OrderProperties>(json!({"productId": "product1", "amount": 1}));
        let got = lro
            .begin_create_or_replace(sub, "test-rg", "order1", "eastus")
            .properties(properties)
            .poll_every(soon)
            .await?;
        expect(
            &serde_json::to_value(&got).unwrap()["properties"],
            &json!({"productId": "product1", "amount": 1, "provisioningState": "Succeeded"}),
        )?;
    });
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_Lro_export",
        "awaited",
        lro.begin_export(sub, "test-rg", "order1", "csv").poll_every(soon),
        json!({"content": "order1,product1,1"})
    );
    done!(
        r,
        "Azure_ResourceManager_OperationTemplates_Lro_delete",
        "awaited",
        lro.begin_delete(sub, "test-rg", "order1").poll_every(soon)
    );
    same!(
        r,
        "Azure_ResourceManager_OperationTemplates_Lro_exportArray",
        "awaited",
        lro.begin_export_array(sub, "csv").poll_every(soon),
        json!([{"content": "order1,product1,1"}, {"content": "order2,product2,2"}])
    );
    hand!(r, "Azure_ResourceManager_OperationTemplates_LroPaging_postPagingLro", "items", {
        let paging = client.lro_paging_client();
        let items =
            paging.begin_post_paging_lro(sub, "test-rg", "default").poll_every(soon).items();
        let got: Vec<ot::models::Product> = items.try_collect().await?;
        let names: Vec<_> = got.iter().map(|it| it.name.as_deref()).collect();
        ensure(names == [Some("product1"), Some("product2")], format!("{names:?}"))?;
    });

    r.case("swagger: az-azure_resource-manager_large-header");
    let client = sw_az_resource_manager_large_header::SwAzResourceManagerLargeHeaderClient::new(
        ENDPOINT,
        token(),
        None,
    )
    .unwrap();
    same!(
        r,
        "Azure_ResourceManager_LargeHeader_LargeHeaders_two6k",
        "awaited",
        client.large_headers_client().begin_two6k(sub, "test-rg", "header1").poll_every(soon),
        json!({"succeeded": true})
    );

    r.case("swagger: az-azure_resource-manager_resources");
    use sw_az_resource_manager_resources as rs;
    let client = rs::SwAzResourceManagerResourcesClient::new(ENDPOINT, token(), None).unwrap();
    let x = client.extensions_resources_client();
    let scopes = [
        "",
        "subscriptions/00000000-0000-0000-0000-000000000000",
        "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg",
        "subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test-rg/providers/Azure.ResourceManager.Resources/topLevelTrackedResources/top",
    ];
    for scope in scopes {
        let at = format!("scope `{scope}`");
        done!(
            r,
            "Azure_ResourceManager_Resources_ExtensionsResources_get",
            &at,
            x.get(scope, "extension")
        );
        done!(
            r,
            "Azure_ResourceManager_Resources_ExtensionsResources_createOrUpdate",
            &at,
            x.begin_create_or_update(scope, "extension")
                .properties(j::<rs::models::ExtensionsResourceProperties>(
                    json!({"description": "valid"})
                ))
                .poll_every(soon)
        );
        done!(
            r,
            "Azure_ResourceManager_Resources_ExtensionsResources_update",
            &at,
            x.update(scope, "extension").properties(j::<rs::models::ExtensionsResourceProperties>(
                json!({"description": "valid2"})
            ))
        );
        done!(
            r,
            "Azure_ResourceManager_Resources_ExtensionsResources_delete",
            &at,
            x.delete(scope, "extension")
        );
        hand!(r, "Azure_ResourceManager_Resources_ExtensionsResources_listByScope", &at, {
            let got: Vec<_> = x.list_by_scope(scope).items().try_collect().await?;
            ensure(got.len() == 1, format!("{} items", got.len()))?;
        });
    }
}
