// Case az-azure_client-generator-core_client-initialization_default.
use crate::prelude::*;
use az_cgc_client_initialization_default as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_client-initialization_default");
    let client = c::AzCgcClientInitializationDefaultClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_HeaderParam",
        "GET /azure/client-generator-core/client-initialization/default/header-param/with-query",
        client.header_param_client().with_query("test-name-value", "test-id")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_HeaderParam",
        "POST /azure/client-generator-core/client-initialization/default/header-param/with-body",
        client.header_param_client().with_body("test-name-value", "test-name")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_MultipleParams",
        "GET /azure/client-generator-core/client-initialization/default/multiple-params/with-query",
        client.multiple_params_client().with_query("test-name-value", "us-west", "test-id")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_MultipleParams",
        "POST /azure/client-generator-core/client-initialization/default/multiple-params/with-body",
        client.multiple_params_client().with_body("test-name-value", "us-west", "test-name")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_MixedParams",
        "GET /azure/client-generator-core/client-initialization/default/mixed-params/with-query",
        client.mixed_params_client().with_query("test-name-value", "us-west", "test-id")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_MixedParams",
        "POST /azure/client-generator-core/client-initialization/default/mixed-params/with-body",
        client.mixed_params_client().with_body("test-name-value", "us-west", "test-name")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_PathParam",
        "GET /azure/client-generator-core/client-initialization/default/path/sample-blob/with-query",
        client.path_param_client().with_query("sample-blob").format("text")
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_PathParam",
        "GET /azure/client-generator-core/client-initialization/default/path/sample-blob/get-standalone",
        client.path_param_client().get_standalone("sample-blob"),
        json!({"name": "sample-blob", "size": 42, "contentType": "text/plain", "createdOn": "2025-04-01T12:00:00Z"})
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_PathParam",
        "DELETE /azure/client-generator-core/client-initialization/default/path/sample-blob",
        client.path_param_client().delete_standalone("sample-blob")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_ParamAlias",
        "GET /azure/client-generator-core/client-initialization/default/param-alias/sample-blob/with-aliased-name",
        client.param_alias_client().with_aliased_name("sample-blob")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_ParamAlias",
        "GET /azure/client-generator-core/client-initialization/default/param-alias/sample-blob/with-original-name",
        client.param_alias_client().with_original_name("sample-blob")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_QueryParam",
        "GET /azure/client-generator-core/client-initialization/default/query/with-query",
        client.query_param_client().with_query("test-blob").format("text")
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_QueryParam",
        "GET /azure/client-generator-core/client-initialization/default/query/get-standalone",
        client.query_param_client().get_standalone("test-blob"),
        json!({"name": "test-blob", "size": 42, "contentType": "text/plain", "createdOn": "2025-04-01T12:00:00Z"})
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_DefaultClient_QueryParam",
        "DELETE /azure/client-generator-core/client-initialization/default/query/delete-resource",
        client.query_param_client().delete_standalone("test-blob")
    );
}
