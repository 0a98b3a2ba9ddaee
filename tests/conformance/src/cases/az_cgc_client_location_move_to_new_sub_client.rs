// Case az-azure_client-generator-core_client-location_move-to-new-sub-client.
use crate::prelude::*;
use az_cgc_client_location_move_to_new_sub_client as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_client-location_move-to-new-sub-client");
    let client = c::AzCgcClientLocationMoveToNewSubClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientLocation_MoveToNewSubClient_ProductOperations",
        "GET /azure/client-generator-core/client-location/move-to-new-sub-client/products",
        client.product_operations_client().list_products()
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientLocation_MoveToNewSubClient_ProductOperations",
        "POST /azure/client-generator-core/client-location/move-to-new-sub-client/products/archive",
        client.product_operations_client().archive_product()
    );
}
