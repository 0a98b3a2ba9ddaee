// Case az-azure_client-generator-core_client-location_move-method-parameter-to-client.
use crate::prelude::*;
use az_cgc_client_location_move_method_parameter_to_client as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_client-location_move-method-parameter-to-client");
    let client = c::AzCgcClientLocationMoveMethodParameterToClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_ClientGenerator_Core_ClientLocation_MoveMethodParameterToClient_BlobOperations",
        "GET /azure/client-generator-core/client-location/move-method-parameter-to-client/blob",
        client.blob_operations_client().get_blob("testaccount", "testcontainer", "testblob.txt"),
        json!({"id": "blob-001", "name": "testblob.txt", "size": 1024, "path": "/testcontainer/testblob.txt"})
    );
}
