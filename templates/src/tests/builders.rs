//! Macros that define the methods of builders for the calls in tests. The generator writes the same
//! methods.

macro_rules! call {
    ($name:ident, ()) => {
        $crate::tests::builders::call!(@ $name, (), ::azure_core::http::NoFormat, nothing);
    };
    ($name:ident, $model:ty) => {
        $crate::tests::builders::call!(@ $name, $model, ::azure_core::http::JsonFormat, model);
        $crate::tests::builders::call!(
            with_response $name, $model, ::azure_core::http::JsonFormat, $crate::runtime::call::json_body
        );
    };
    ($name:ident, $output:ty, $read:path) => {
        $crate::tests::builders::call!(@ $name, $output, ::azure_core::http::NoFormat, convert, $read);
        $crate::tests::builders::call!(
            with_response $name, $output, ::azure_core::http::NoFormat, $read
        );
    };
    (with_response $name:ident, $model:ty, $format:ty, $read:path) => {
        impl $name {
            /// Sends the call and returns its output together with the whole response.
            ///
            /// # Errors
            /// Returns the errors of the awaited call. They never quote the body, unlike the error of
            /// `response().await?.into_model()`.
            pub async fn with_response(
                self,
            ) -> ::azure_core::Result<($model, ::azure_core::http::Response<$model, $format>)> {
                $crate::runtime::call::with_response(self.0.prepare(), $read).await
            }
        }
    };
    (@ $name:ident, $model:ty, $format:ty, $finish:ident $(, $read:path)?) => {
        $crate::tests::builders::context!($name);

        impl $name {
            /// Sends the call and returns the whole response: the status, the headers, and the
            /// body, which is not decoded yet.
            ///
            /// # Errors
            /// Returns the errors of the awaited call, except those of the body, which is not checked.
            /// Do not log the error of `into_model()`: it may quote the body.
            pub async fn response(
                self,
            ) -> ::azure_core::Result<::azure_core::http::Response<$model, $format>> {
                $crate::runtime::call::response(self.0.prepare()).await
            }
        }

        impl ::std::future::IntoFuture for $name {
            type Output = ::azure_core::Result<$model>;
            type IntoFuture = ::futures::future::BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                ::std::boxed::Box::pin($crate::runtime::call::$finish(self.0.prepare() $(, $read)?))
            }
        }
    };
}

pub(super) use call;

macro_rules! context {
    ($name:ident $($call:ident)?) => {
        impl $name {
            /// Sends the call with a context: a client request id, a span, or values for your own
            /// policies.
            pub fn context(mut self, context: ::azure_core::http::Context<'_>) -> Self {
                self.0 $(.$call)?.context(context);
                self
            }
        }
    };
}

pub(super) use context;

macro_rules! list {
    ($name:ident, $item:ty) => {
        $crate::tests::builders::context!($name call);

        impl $name {
            /// Resumes an earlier list at this position. The query parameters of the earlier list
            /// apply; those of this call are ignored. A position in another list is an error.
            pub fn resume(mut self, from: $crate::runtime::continuation::Continuation) -> Self {
                self.0.resume(from);
                self
            }

            /// Follows links to this origin too, with the token of each request. By default, a list
            /// follows links at the origin of the endpoint only. A gateway or a custom domain in
            /// front of the service may need this: `https://my-resource.communication.azure.com`.
            pub fn allow_links_to(mut self, origin: impl AsRef<str>) -> Self {
                self.0.call.allow_links_to(origin.as_ref());
                self
            }

            /// Requests the next page while you use the items of the current one: at most one page
            /// more than you need. Dropping the stream cancels the request.
            pub fn prefetch(mut self) -> Self {
                self.0.prefetch();
                self
            }

            /// Returns the list as a stream of pages. Sends nothing until the stream is polled.
            pub fn pages(self) -> $crate::runtime::pager::Pages<$item> {
                self.0.pages()
            }

            /// Returns the list as a stream of items. Sends nothing until the stream is polled.
            pub fn items(self) -> $crate::runtime::pager::Items<$item> {
                self.0.items()
            }
        }
    };
}

pub(super) use list;

macro_rules! long_running {
    ($name:ident, (), $final_state:ident) => {
        $crate::tests::builders::long_running!(
            @ $name, (), ::azure_core::http::NoFormat, $final_state, |_response| Ok(())
        );
    };
    ($name:ident, $result:ty, $final_state:ident) => {
        $crate::tests::builders::long_running!(
            @ $name, $result, ::azure_core::http::JsonFormat, $final_state,
            |response| $crate::runtime::wire::decode(response.body())
        );
    };
    (@ $name:ident, $result:ty, $format:ty, $final_state:ident, |$response:ident| $read:expr) => {
        $crate::tests::builders::context!($name call);

        impl $name {
            /// Resumes the operation of an earlier poller instead of starting another one. The
            /// arguments of this call are ignored.
            pub fn resume(mut self, from: $crate::runtime::long_running::PollContinuation) -> Self {
                self.0.resume(from);
                self
            }

            /// Sets the time between two requests for the status, unless the service sets it: 30
            /// seconds by default, and at least one.
            pub fn poll_every(mut self, interval: ::azure_core::time::Duration) -> Self {
                self.0.poll_every(interval);
                self
            }

            /// Returns the operation as a stream of its progress. Awaited, it resolves to the
            /// response with the result. Sends nothing until it is polled.
            pub fn poller(self) -> $crate::runtime::poller::Poller<$result, $format> {
                self.0.poller($crate::runtime::long_running::FinalState::$final_state)
            }
        }

        /// Waits for the end of the operation, and resolves to its result.
        impl ::std::future::IntoFuture for $name {
            type Output = ::azure_core::Result<$result>;
            type IntoFuture = ::futures::future::BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                ::std::boxed::Box::pin(async move {
                    let $response = self.poller().await?;
                    $read
                })
            }
        }
    };
}

pub(super) use long_running;

macro_rules! download {
    ($name:ident) => {
        $crate::tests::builders::context!($name);

        impl $name {
            /// Sends the call and returns the whole response: the status, the headers, and the
            /// body, which is a stream.
            ///
            /// # Errors
            /// Returns the errors of the awaited call.
            pub async fn response(self) -> ::azure_core::Result<::azure_core::http::AsyncResponse> {
                $crate::runtime::download::open(self.0.prepare())
                    .await
                    .map(::std::convert::Into::into)
            }
        }

        /// Resolves to the body: a stream of bytes, which `collect` joins.
        impl ::std::future::IntoFuture for $name {
            type Output = ::azure_core::Result<::azure_core::http::AsyncResponseBody>;
            type IntoFuture = ::futures::future::BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                ::std::boxed::Box::pin(async move {
                    let response = $crate::runtime::download::open(self.0.prepare()).await?;
                    ::azure_core::Result::Ok(response.into_body())
                })
            }
        }
    };
}

pub(super) use download;

macro_rules! not_idempotent {
    ($name:ident $($call:ident)?) => {
        impl $name {
            /// Sends the call again even if the service may have carried it out already, and so may
            /// carry it out twice.
            ///
            /// By default, the call is sent again only if no connection was made, or if the service
            /// asks for that with status 429, or with status 503 and `Retry-After`. After another
            /// failure, `OutcomeUnknown::of` tells from the error if the outcome is unknown.
            pub fn allow_duplicates(mut self) -> Self {
                self.0 $(.$call)?.allow_duplicates();
                self
            }
        }
    };
}

pub(super) use not_idempotent;
