// Case az-azure_client-generator-core_client-default-value.
use crate::prelude::*;
use az_cgc_client_default_value as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_client-default-value");
    let client = c::AzCgcClientDefaultValueClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Azure_ClientGenerator_Core_ClientDefaultValue_putModelProperty",
        "PUT /azure/client-generator-core/client-default-value/model-property",
        client.put_model_property("test"),
        json!({"name": "test", "timeout": 30, "tier": "standard", "retry": true})
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientDefaultValue_getOperationParameter",
        "GET /azure/client-generator-core/client-default-value/operation-parameter",
        client.get_operation_parameter("test").page_size(10).format("json")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientDefaultValue_getPathParameter",
        "GET /azure/client-generator-core/client-default-value/path-parameter/default-segment1/segment2",
        client.get_path_parameter("default-segment1", "segment2")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientDefaultValue_getHeaderParameter",
        "GET /azure/client-generator-core/client-default-value/header-parameter",
        client.get_header_parameter().x_custom_header("default-value")
    );
}
