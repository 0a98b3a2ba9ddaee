// Case az-azure_client-generator-core_client-location_move-to-root-client.
use crate::prelude::*;
use az_cgc_client_location_move_to_root_client as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_client-location_move-to-root-client");
    let client = c::AzCgcClientLocationMoveToRootClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientLocation_MoveToRootClient_ResourceOperations",
        "GET /azure/client-generator-core/client-location/move-to-root-client/resource",
        client.resource_operations_client().get_resource()
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientLocation_MoveToRootClient_ResourceOperations",
        "GET /azure/client-generator-core/client-location/move-to-root-client/health",
        client.resource_operations_client().get_health_status()
    );
}
