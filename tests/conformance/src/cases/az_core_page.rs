// Case az-azure_core_page.
use crate::prelude::*;
use az_core_page as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_core_page");
    let client = c::AzCorePageClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_Core_Page_listWithPage",
        "GET /azure/core/page/page",
        client.list_with_page(),
        json!({"value": [{"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"}]})
    );
    same!(
        r,
        "Azure_Core_Page_listWithParameters",
        "POST /azure/core/page/parameters",
        client
            .list_with_parameters("Madge")
            .another(j::<c::models::ListItemInputExtensibleEnum>(json!("Second"))),
        json!({"value": [{"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"}]})
    );
    same!(
        r,
        "Azure_Core_Page_TwoModelsAsPageItem",
        "GET /azure/core/page/first-item",
        client.two_models_as_page_item_client().list_first_item(),
        json!({"value": [{"id": 1}]})
    );
    same!(
        r,
        "Azure_Core_Page_TwoModelsAsPageItem",
        "GET /azure/core/page/second-item",
        client.two_models_as_page_item_client().list_second_item(),
        json!({"value": [{"name": "Madge"}]})
    );
    same!(
        r,
        "Azure_Core_Page_listWithCustomPageModel",
        "GET /azure/core/page/custom-page",
        client.list_with_custom_page_model(),
        json!({"items": [{"id": 1, "name": "Madge", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"}]})
    );
    same!(
        r,
        "Azure_Core_Page_withParameterizedNextLink",
        "GET /azure/core/page/with-parameterized-next-link",
        client.with_parameterized_next_link("name").include_pending(true),
        json!({"values": [{"id": 1, "name": "User1"}], "nextLink": "http://localhost:3000/azure/core/page/with-parameterized-next-link/second-page?select=name"})
    );
    r.inexpressible(
        "Azure_Core_Page_withParameterizedNextLink",
        "GET /azure/core/page/with-parameterized-next-link/second-page",
        "OpenAPI 3.0 from the emitter does not say that this is a list: no next page",
    );
    same!(
        r,
        "Azure_Core_Page_withRelativeNextLink",
        "GET /azure/core/page/with-relative-next-link",
        client.with_relative_next_link(),
        json!({"value": [{"id": 1, "name": "User1", "etag": "11bdc430-65e8-45ad-81d9-8ffa60d55b59"}], "nextLink": "/azure/core/page/with-relative-next-link/page/2"})
    );
    r.inexpressible(
        "Azure_Core_Page_withRelativeNextLink",
        "GET /azure/core/page/with-relative-next-link/page/2",
        "OpenAPI 3.0 from the emitter does not say that this is a list: no next page",
    );
}
