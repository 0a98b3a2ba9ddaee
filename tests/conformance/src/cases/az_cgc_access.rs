// Case az-azure_client-generator-core_access.
use crate::prelude::*;
use az_cgc_access as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_access");
    let client = c::AzCgcAccessClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_ClientGenerator_Core_Access_PublicOperation",
        "GET /azure/client-generator-core/access/publicOperation/noDecoratorInPublic",
        client.public_operation_client().no_decorator_in_public("sample"),
        json!({"name": "sample"})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_Access_PublicOperation",
        "GET /azure/client-generator-core/access/publicOperation/publicDecoratorInPublic",
        client.public_operation_client().public_decorator_in_public("sample"),
        json!({"name": "sample"})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_Access_InternalOperation",
        "GET /azure/client-generator-core/access/internalOperation/noDecoratorInInternal",
        client.internal_operation_client().no_decorator_in_internal("sample"),
        json!({"name": "sample"})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_Access_InternalOperation",
        "GET /azure/client-generator-core/access/internalOperation/internalDecoratorInInternal",
        client.internal_operation_client().internal_decorator_in_internal("sample"),
        json!({"name": "sample"})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_Access_InternalOperation",
        "GET /azure/client-generator-core/access/internalOperation/publicDecoratorInInternal",
        client.internal_operation_client().public_decorator_in_internal("sample"),
        json!({"name": "sample"})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_Access_SharedModelInOperation",
        "GET /azure/client-generator-core/access/sharedModelInOperation/public",
        client.shared_model_in_operation_client().public("sample"),
        json!({"name": "sample"})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_Access_SharedModelInOperation",
        "GET /azure/client-generator-core/access/sharedModelInOperation/internal",
        client.shared_model_in_operation_client().internal("sample"),
        json!({"name": "sample"})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_Access_RelativeModelInOperation",
        "GET /azure/client-generator-core/access/relativeModelInOperation/operation",
        client.relative_model_in_operation_client().operation("Madge"),
        json!({"name": "Madge", "inner": {"name": "Madge"}})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_Access_RelativeModelInOperation",
        "GET /azure/client-generator-core/access/relativeModelInOperation/discriminator",
        client.relative_model_in_operation_client().discriminator("real"),
        json!({"name": "Madge", "kind": "real"})
    );
}
