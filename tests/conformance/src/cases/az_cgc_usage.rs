// Case az-azure_client-generator-core_usage.
use crate::prelude::*;
use az_cgc_usage as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_usage");
    let client = c::AzCgcUsageClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Azure_ClientGenerator_Core_Usage_ModelInOperation",
        "POST /azure/client-generator-core/usage/inputToInputOutput",
        client.model_in_operation_client().input_to_input_output("Madge")
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_Usage_ModelInOperation",
        "GET /azure/client-generator-core/usage/outputToInputOutput",
        client.model_in_operation_client().output_to_input_output(),
        json!({"name": "Madge"})
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_Usage_ModelInOperation",
        "PUT /azure/client-generator-core/usage/modelInReadOnlyProperty",
        client.model_in_operation_client().model_in_read_only_property(),
        json!({"result": {"name": "Madge"}})
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_Usage_ModelInOperation",
        "PUT /azure/client-generator-core/usage/orphanModelSerializable",
        client
            .model_in_operation_client()
            .orphan_model_serializable(json!({"name": "name", "desc": "desc"}))
    );
}
