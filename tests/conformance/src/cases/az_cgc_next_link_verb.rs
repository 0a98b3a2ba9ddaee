// Case az-azure_client-generator-core_next-link-verb.
use crate::prelude::*;
use az_cgc_next_link_verb as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_next-link-verb");
    let client = c::AzCgcNextLinkVerbClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_ClientGenerator_Core_NextLinkVerb_listItems",
        "POST /azure/client-generator-core/next-link-verb/items",
        client.list_items(),
        json!({"items": [{"id": "test1"}], "nextLink": "http://localhost:3000/azure/client-generator-core/next-link-verb/items/page/2"})
    );
    r.inexpressible(
        "Azure_ClientGenerator_Core_NextLinkVerb_listItems",
        "POST /azure/client-generator-core/next-link-verb/items/page/2",
        "OpenAPI 3.0 from the emitter does not say that this is a list: no next page",
    );
}
