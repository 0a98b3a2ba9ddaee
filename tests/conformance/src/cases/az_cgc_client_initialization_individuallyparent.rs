// Case az-azure_client-generator-core_client-initialization_individuallyParent.
use crate::prelude::*;
use az_cgc_client_initialization_individuallyparent as c;

pub async fn run(r: &mut Report) {
    r.case("az-azure_client-generator-core_client-initialization_individuallyParent");
    let client = c::AzCgcClientInitializationIndividuallyparentClient::new(ENDPOINT, None).unwrap();
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithPathClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent/test-blob/with-query",
        client.individually_parent_nested_with_path_client().with_query("test-blob").format("text")
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithPathClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent/test-blob/get-standalone",
        client.individually_parent_nested_with_path_client().get_standalone("test-blob"),
        json!({"name": "test-blob", "size": 1024, "contentType": "application/octet-stream", "createdOn": "2023-01-01T12:00:00Z"})
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithPathClient",
        "DELETE /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent/test-blob",
        client.individually_parent_nested_with_path_client().delete_standalone("test-blob")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithQueryClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-query/with-query",
        client
            .individually_parent_nested_with_query_client()
            .with_query("test-blob")
            .format("text")
    );
    same!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithQueryClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-query/get-standalone",
        client.individually_parent_nested_with_query_client().get_standalone("test-blob"),
        json!({"name": "test-blob", "size": 1024, "contentType": "application/octet-stream", "createdOn": "2023-01-01T12:00:00Z"})
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithQueryClient",
        "DELETE /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-query/delete-resource",
        client.individually_parent_nested_with_query_client().delete_standalone("test-blob")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithHeaderClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-header/with-query",
        client
            .individually_parent_nested_with_header_client()
            .with_query("test-name-value")
            .format("text")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithHeaderClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-header/get-standalone",
        client.individually_parent_nested_with_header_client().get_standalone("test-name-value")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithHeaderClient",
        "DELETE /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-header/delete-standalone",
        client.individually_parent_nested_with_header_client().delete_standalone("test-name-value")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithMultipleClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-multiple/with-query",
        client
            .individually_parent_nested_with_multiple_client()
            .with_query("test-name-value", "us-west")
            .format("text")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithMultipleClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-multiple/get-standalone",
        client
            .individually_parent_nested_with_multiple_client()
            .get_standalone("test-name-value", "us-west")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithMultipleClient",
        "DELETE /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-multiple/delete-standalone",
        client
            .individually_parent_nested_with_multiple_client()
            .delete_standalone("test-name-value", "us-west")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithMixedClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-mixed/with-query",
        client
            .individually_parent_nested_with_mixed_client()
            .with_query("test-name-value", "us-west")
            .format("text")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithMixedClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-mixed/get-standalone",
        client
            .individually_parent_nested_with_mixed_client()
            .get_standalone("test-name-value", "us-west")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithMixedClient",
        "DELETE /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-mixed/delete-standalone",
        client
            .individually_parent_nested_with_mixed_client()
            .delete_standalone("test-name-value", "us-west")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithParamAliasClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-param-alias/sample-blob/with-aliased-name",
        client
            .individually_parent_nested_with_param_alias_client()
            .with_aliased_name("sample-blob")
    );
    done!(
        r,
        "Azure_ClientGenerator_Core_ClientInitialization_IndividuallyParentClient_IndividuallyParentNestedWithParamAliasClient",
        "GET /azure/client-generator-core/client-initialization/individually-parent/nested-default-individually-parent-param-alias/sample-blob/with-original-name",
        client
            .individually_parent_nested_with_param_alias_client()
            .with_original_name("sample-blob")
    );
}
