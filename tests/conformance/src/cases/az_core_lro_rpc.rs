// Case az-azure_core_lro_rpc.
use crate::prelude::*;
use az_core_lro_rpc as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_core_lro_rpc");
    let client = c::AzCoreLroRpcClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_Core_Lro_Rpc_longRunningRpc",
        "POST /azure/core/lro/rpc/generations:submit",
        client.long_running_rpc("text"),
        json!({"id": "operation1", "status": "InProgress"})
    );
    r.inexpressible("Azure_Core_Lro_Rpc_longRunningRpc", "GET /azure/core/lro/rpc/generations/operations/operation1", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    r.inexpressible("Azure_Core_Lro_Rpc_longRunningRpc", "GET /azure/core/lro/rpc/generations/operations/operation1", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
}
