// Case az-azure_client-generator-core_client-location_move-to-existing-sub-client.
use crate::prelude::*;
use az_cgc_client_location_move_to_existing_sub_client as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_client-location_move-to-existing-sub-client");
    let client = c::AzCgcClientLocationMoveToExistingSubClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientLocation_MoveToExistingSubClient_UserOperations",
        "GET /azure/client-generator-core/client-location/move-to-existing-sub-client/user",
        client.user_operations_client().get_user()
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientLocation_MoveToExistingSubClient_UserOperations",
        "DELETE /azure/client-generator-core/client-location/move-to-existing-sub-client/user",
        client.user_operations_client().delete_user()
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientLocation_MoveToExistingSubClient_UserOperations",
        "GET /azure/client-generator-core/client-location/move-to-existing-sub-client/admin",
        client.admin_operations_client().get_admin_info()
    );
}
