// Case ts-payload_pageable.
use crate::prelude::*;
use ts_payload_pageable as c;

pub async fn run(r: &mut Report) {
    r.case("ts-payload_pageable");
    let client = c::TsPayloadPageableClient::new(ENDPOINT, None).unwrap();
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_link",
        "GET /payload/pageable/server-driven-pagination/link",
        client.server_driven_pagination_client().link(),
        json!({"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}], "next": "http://localhost:3000/payload/pageable/server-driven-pagination/link/nextPage"})
    );
    r.inexpressible(
        "Payload_Pageable_ServerDrivenPagination_link",
        "GET /payload/pageable/server-driven-pagination/link/nextPage",
        "OpenAPI 3.0 from the emitter does not say that this is a list: no next page",
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_linkString",
        "GET /payload/pageable/server-driven-pagination/link-string",
        client.server_driven_pagination_client().link_string(),
        json!({"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}], "next": "http://localhost:3000/payload/pageable/server-driven-pagination/link-string/nextPage"})
    );
    r.inexpressible(
        "Payload_Pageable_ServerDrivenPagination_linkString",
        "GET /payload/pageable/server-driven-pagination/link-string/nextPage",
        "OpenAPI 3.0 from the emitter does not say that this is a list: no next page",
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_nestedLink",
        "GET /payload/pageable/server-driven-pagination/nested-link",
        client.server_driven_pagination_client().nested_link(),
        json!({"nestedItems": {"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}]}, "nestedNext": {"next": "http://localhost:3000/payload/pageable/server-driven-pagination/nested-link/nextPage"}})
    );
    r.inexpressible(
        "Payload_Pageable_ServerDrivenPagination_nestedLink",
        "GET /payload/pageable/server-driven-pagination/nested-link/nextPage",
        "OpenAPI 3.0 from the emitter does not say that this is a list: no next page",
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryResponseBody",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-query-response-body",
        client.continuation_token_client().request_query_response_body().foo("foo").bar("bar"),
        json!({"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}], "nextToken": "page2"})
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryResponseBody",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-query-response-body",
        client
            .continuation_token_client()
            .request_query_response_body()
            .token("page2")
            .foo("foo")
            .bar("bar"),
        json!({"pets": [{"id": "3", "name": "bird"}, {"id": "4", "name": "fish"}]})
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderResponseBody",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-header-response-body",
        client.continuation_token_client().request_header_response_body().foo("foo").bar("bar"),
        json!({"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}], "nextToken": "page2"})
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderResponseBody",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-header-response-body",
        client
            .continuation_token_client()
            .request_header_response_body()
            .token("page2")
            .foo("foo")
            .bar("bar"),
        json!({"pets": [{"id": "3", "name": "bird"}, {"id": "4", "name": "fish"}]})
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryResponseHeader",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-query-response-header",
        client.continuation_token_client().request_query_response_header().foo("foo").bar("bar"),
        json!({"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}]})
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryResponseHeader",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-query-response-header",
        client
            .continuation_token_client()
            .request_query_response_header()
            .token("page2")
            .foo("foo")
            .bar("bar"),
        json!({"pets": [{"id": "3", "name": "bird"}, {"id": "4", "name": "fish"}]})
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderResponseHeader",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-header-response-header",
        client.continuation_token_client().request_header_response_header().foo("foo").bar("bar"),
        json!({"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}]})
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderResponseHeader",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-header-response-header",
        client
            .continuation_token_client()
            .request_header_response_header()
            .token("page2")
            .foo("foo")
            .bar("bar"),
        json!({"pets": [{"id": "3", "name": "bird"}, {"id": "4", "name": "fish"}]})
    );
    same!(
        r,
        "Payload_Pageable_PageSize_listWithoutContinuation",
        "GET /payload/pageable/pagesize/without-continuation",
        client.page_size_client().list_without_continuation(),
        json!({"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}, {"id": "3", "name": "bird"}, {"id": "4", "name": "fish"}]})
    );
    same!(
        r,
        "Payload_Pageable_PageSize_listWithPageSize",
        "GET /payload/pageable/pagesize/list",
        client.page_size_client().list_with_page_size().page_size(2),
        json!({"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}]})
    );
    same!(
        r,
        "Payload_Pageable_PageSize_listWithPageSize",
        "GET /payload/pageable/pagesize/list",
        client.page_size_client().list_with_page_size().page_size(4),
        json!({"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}, {"id": "3", "name": "bird"}, {"id": "4", "name": "fish"}]})
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryNestedResponseBody",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-query-nested-response-body",
        client
            .continuation_token_client()
            .request_query_nested_response_body()
            .foo("foo")
            .bar("bar"),
        json!({"nestedItems": {"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}]}, "nestedNext": {"nextToken": "page2"}})
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestQueryNestedResponseBody",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-query-nested-response-body",
        client
            .continuation_token_client()
            .request_query_nested_response_body()
            .token("page2")
            .foo("foo")
            .bar("bar"),
        json!({"nestedItems": {"pets": [{"id": "3", "name": "bird"}, {"id": "4", "name": "fish"}]}})
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderNestedResponseBody",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-header-nested-response-body",
        client
            .continuation_token_client()
            .request_header_nested_response_body()
            .foo("foo")
            .bar("bar"),
        json!({"nestedItems": {"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}]}, "nestedNext": {"nextToken": "page2"}})
    );
    same!(
        r,
        "Payload_Pageable_ServerDrivenPagination_ContinuationToken_requestHeaderNestedResponseBody",
        "GET /payload/pageable/server-driven-pagination/continuationtoken/request-header-nested-response-body",
        client
            .continuation_token_client()
            .request_header_nested_response_body()
            .token("page2")
            .foo("foo")
            .bar("bar"),
        json!({"nestedItems": {"pets": [{"id": "3", "name": "bird"}, {"id": "4", "name": "fish"}]}})
    );
    same!(
        r,
        "Payload_Pageable_XmlPagination_listWithContinuation",
        "GET /payload/pageable/xml/list-with-continuation",
        client.xml_pagination_client().list_with_continuation(),
        json!({"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}], "nextMarker": "page2"})
    );
    same!(
        r,
        "Payload_Pageable_XmlPagination_listWithContinuation",
        "GET /payload/pageable/xml/list-with-continuation",
        client.xml_pagination_client().list_with_continuation().marker("page2"),
        json!({"pets": [{"id": "3", "name": "bird"}, {"id": "4", "name": "fish"}]})
    );
    same!(
        r,
        "Payload_Pageable_XmlPagination_listWithNextLink",
        "GET /payload/pageable/xml/list-with-next-link",
        client.xml_pagination_client().list_with_next_link(),
        json!({"pets": [{"id": "1", "name": "dog"}, {"id": "2", "name": "cat"}], "nextLink": "http://localhost:3000/payload/pageable/xml/list-with-next-link/nextPage"})
    );
    r.inexpressible(
        "Payload_Pageable_XmlPagination_listWithNextLink",
        "GET /payload/pageable/xml/list-with-next-link/nextPage",
        "OpenAPI 3.0 from the emitter does not say that this is a list: no next page",
    );
}
