// Case az-azure_core_lro_standard.
use crate::prelude::*;
use az_core_lro_standard as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_core_lro_standard");
    let client = c::AzCoreLroStandardClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_Core_Lro_Standard_createOrReplace",
        "PUT /azure/core/lro/standard/users/madge",
        client.create_or_replace("madge", "contributor"),
        json!({"name": "madge", "role": "contributor"})
    );
    r.inexpressible("Azure_Core_Lro_Standard_createOrReplace", "GET /azure/core/lro/standard/users/madge/operations/operation1", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    r.inexpressible("Azure_Core_Lro_Standard_createOrReplace", "GET /azure/core/lro/standard/users/madge/operations/operation1", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    r.inexpressible("Azure_Core_Lro_Standard_createOrReplace", "GET /azure/core/lro/standard/users/madge", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    same!(
        r,
        "Azure_Core_Lro_Standard_delete",
        "DELETE /azure/core/lro/standard/users/madge",
        client.delete("madge"),
        json!({"id": "operation2", "status": "InProgress"})
    );
    r.inexpressible("Azure_Core_Lro_Standard_delete", "GET /azure/core/lro/standard/users/madge/operations/operation2", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    r.inexpressible("Azure_Core_Lro_Standard_delete", "GET /azure/core/lro/standard/users/madge/operations/operation2", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    same!(
        r,
        "Azure_Core_Lro_Standard_export",
        "POST /azure/core/lro/standard/users/madge:export",
        client.export("madge", "json"),
        json!({"id": "operation3", "status": "InProgress"})
    );
    r.inexpressible("Azure_Core_Lro_Standard_export", "GET /azure/core/lro/standard/users/madge/operations/operation3", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
    r.inexpressible("Azure_Core_Lro_Standard_export", "GET /azure/core/lro/standard/users/madge/operations/operation3", "OpenAPI 3.0 from the emitter does not say that this is a long-running operation: nothing polls");
}
