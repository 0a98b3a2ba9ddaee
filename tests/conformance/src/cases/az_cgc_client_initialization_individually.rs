// Case az-azure_client-generator-core_client-initialization_individually.
use crate::prelude::*;
use az_cgc_client_initialization_individually as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_client-initialization_individually");
    let client = c::AzCgcClientInitializationIndividuallyClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithPath",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually/test-blob/with-query",
        client.individually_nested_with_path_client().with_query("test-blob").format("text")
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithPath",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually/test-blob/get-standalone",
        client.individually_nested_with_path_client().get_standalone("test-blob"),
        json!({"name": "test-blob", "size": 1024, "contentType": "application/octet-stream", "createdOn": "2023-01-01T12:00:00Z"})
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithPath",
        "DELETE /azure/client-generator-core/client-initialization/individually/nested-default-individually/test-blob",
        client.individually_nested_with_path_client().delete_standalone("test-blob")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithQuery",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually-query/with-query",
        client.individually_nested_with_query_client().with_query("test-blob").format("text")
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithQuery",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually-query/get-standalone",
        client.individually_nested_with_query_client().get_standalone("test-blob"),
        json!({"name": "test-blob", "size": 1024, "contentType": "application/octet-stream", "createdOn": "2023-01-01T12:00:00Z"})
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithQuery",
        "DELETE /azure/client-generator-core/client-initialization/individually/nested-default-individually-query/delete-resource",
        client.individually_nested_with_query_client().delete_standalone("test-blob")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithHeader",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually-header/with-query",
        client
            .individually_nested_with_header_client()
            .with_query("test-name-value")
            .format("text")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithHeader",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually-header/get-standalone",
        client.individually_nested_with_header_client().get_standalone("test-name-value")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithHeader",
        "DELETE /azure/client-generator-core/client-initialization/individually/nested-default-individually-header/delete-standalone",
        client.individually_nested_with_header_client().delete_standalone("test-name-value")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithMultiple",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually-multiple/with-query",
        client
            .individually_nested_with_multiple_client()
            .with_query("test-name-value", "us-west")
            .format("text")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithMultiple",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually-multiple/get-standalone",
        client
            .individually_nested_with_multiple_client()
            .get_standalone("test-name-value", "us-west")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithMultiple",
        "DELETE /azure/client-generator-core/client-initialization/individually/nested-default-individually-multiple/delete-standalone",
        client
            .individually_nested_with_multiple_client()
            .delete_standalone("test-name-value", "us-west")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithMixed",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually-mixed/with-query",
        client
            .individually_nested_with_mixed_client()
            .with_query("test-name-value", "us-west")
            .format("text")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithMixed",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually-mixed/get-standalone",
        client.individually_nested_with_mixed_client().get_standalone("test-name-value", "us-west")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithMixed",
        "DELETE /azure/client-generator-core/client-initialization/individually/nested-default-individually-mixed/delete-standalone",
        client
            .individually_nested_with_mixed_client()
            .delete_standalone("test-name-value", "us-west")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithParamAlias",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually-param-alias/sample-blob/with-aliased-name",
        client.individually_nested_with_param_alias_client().with_aliased_name("sample-blob")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyClient_IndividuallyNestedWithParamAlias",
        "GET /azure/client-generator-core/client-initialization/individually/nested-default-individually-param-alias/sample-blob/with-original-name",
        client.individually_nested_with_param_alias_client().with_original_name("sample-blob")
    );
}
