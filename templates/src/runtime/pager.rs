//! Lists that arrive in pages.

use crate::runtime::{
    body::{Content, SerializedBody},
    call::{Call, CallParts, attach},
    continuation::{Continuation, Place},
    encoded::{Decoded, Encoded},
    failure::refused,
    origin::absolute,
    page::{BadItem, Entries, Layout, Page, Parts, read},
    prepared::unreadable,
    task::Task,
};
use azure_core::{
    Result,
    error::Error,
    http::{Method, RawResponse, StatusCode},
};
use futures::{FutureExt, Stream, channel::oneshot, future::BoxFuture};
use serde::de::DeserializeOwned;
use std::{
    fmt, mem,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
    vec,
};

/// A [`Stream`] of the [`Page`]s of a list.
///
/// After a page with items that cannot be read, the stream yields an error for each of them, which
/// [`BadItem::of`](crate::runtime::page::BadItem::of) recognizes, and goes on. Any other error ends the
/// stream. [`continuation`](Self::continuation) is then the position to resume from: that of the page
/// that failed.
#[must_use = "streams do nothing unless polled"]
pub struct Pages<T> {
    first: Arc<FirstPage>,
    decode: Decode<T>,
    prefetch: bool,
    /// The position of the next page. Kept while its request is under way, and after an error.
    next: Continuation,
    request: Progress<T>,
    /// The bad items of the last page that have not been yielded.
    bad_items: vec::IntoIter<BadItem>,
}

type Decode<T> = fn(&[u8], &Layout) -> Result<Parts<T>>;

/// A page and the response that contained it.
type Answer<T> = (Parts<T>, RawResponse);

/// A page from a position in the list.
struct Located<T> {
    position: Continuation,
    /// The number of items of the page that are before the position.
    skipped: usize,
    parts: Parts<T>,
    response: RawResponse,
}

/// The call for the first page. Later pages are requested from links, with `GET`.
struct FirstPage {
    call: CallParts,
    layout: &'static Layout,
    list: Arc<str>,
    link: String,
    body: Option<SerializedBody>,
    begin: Option<Begin>,
}

enum Progress<T> {
    Idle,
    UnderWay(BoxFuture<'static, Result<Answer<T>>>),
    /// An argument of the call cannot be sent.
    Refused(Error),
    Failed,
}

/// A [`Stream`] of the items of a list.
///
/// An item that cannot be read is an error, which [`BadItem::of`](crate::runtime::page::BadItem::of)
/// recognizes: poll again for the next item. Any other error ends the stream.
/// [`continuation`](Self::continuation) is the position to resume from: after a bad item, or that of
/// the page that failed.
#[must_use = "streams do nothing unless polled"]
pub struct Items<T> {
    pages: Pages<T>,
    /// The items of the current page that have not been yielded, and the position of the first.
    items: Entries<T>,
    position: Continuation,
}

impl<T: Send + 'static> Pages<T> {
    /// The position of the next page, to resume the list from: the end after the last page.
    pub fn continuation(&self) -> &Continuation {
        &self.next
    }

    /// Polls for the next page. The caller reports its bad items.
    pub(crate) fn poll_page(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Page<T>>>> {
        let page = ready!(self.poll_located(cx));
        Poll::Ready(page.map(|page| {
            let Located { parts, response, .. } = page?;
            Ok(Page::new(parts, self.next.clone(), response))
        }))
    }

    fn poll_located(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Located<T>>>> {
        if let Progress::Idle = self.request {
            let Some(page) = self.first.ahead(&self.next) else { return Poll::Ready(None) };
            self.request = Progress::UnderWay(self.ask(page.0).boxed());
        }
        let page = match &mut self.request {
            Progress::UnderWay(request) => ready!(request.poll_unpin(cx)),
            _ => match mem::replace(&mut self.request, Progress::Failed) {
                Progress::Refused(error) => Err(error),
                _ => return Poll::Ready(None),
            },
        };
        self.request = Progress::Failed;
        let (mut parts, response) = page?;
        let Some((current, skipped)) = self.first.ahead(&self.next) else {
            return Poll::Ready(None);
        };
        let position = self.first.at(current, skipped);
        let link = parts.next_link.take();
        let link = link.filter(|link| !link.is_empty()).map(|link| absolute(current, link));
        self.next = match link {
            Some(link) => self.first.at(&link, 0),
            None => Continuation(Place::End(self.first.list.clone())),
        };
        parts.skip(skipped);
        self.request = Progress::Idle;
        if let (true, Some((next, _))) = (self.prefetch, self.first.ahead(&self.next)) {
            self.request = Progress::UnderWay(spawn(self.ask(next)));
        }
        Poll::Ready(Some(Ok(Located { position, skipped, parts, response })))
    }

    fn ask(&self, link: &str) -> impl Future<Output = Result<Answer<T>>> + Send + use<T> + 'static {
        let (first, link, decode) = (self.first.clone(), link.to_owned(), self.decode);
        async move {
            let response = first.follow(&link).await?;
            let operation = first.call.operation;
            let parts = match response.status() {
                StatusCode::NoContent => Parts::empty(),
                status => {
                    let parts = decode(response.body(), first.layout);
                    let mut parts = parts.map_err(|error| unreadable(operation, status, error))?;
                    parts.name(format_args!("{} ({status})", operation.name));
                    parts
                }
            };
            Ok((parts, response))
        }
    }
}

impl<T: Send + 'static> Stream for Pages<T> {
    type Item = Result<Page<T>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(bad) = self.bad_items.next() {
            return Poll::Ready(Some(Err(bad.into_error())));
        }
        let page = ready!(self.poll_page(cx));
        if let Some(Ok(page)) = &page {
            self.bad_items = page.bad_items().to_vec().into_iter();
        }
        Poll::Ready(page)
    }
}

impl<T: Send + 'static> Items<T> {
    /// The position of the next item, to resume the list from: the end after the last item.
    pub fn continuation(&self) -> &Continuation {
        match self.items.is_empty() {
            true => self.pages.continuation(),
            false => &self.position,
        }
    }
}

impl<T> Unpin for Items<T> {}

impl<T: Send + 'static> Stream for Items<T> {
    type Item = Result<T>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.items.next() {
                if let Place::Middle { skip, .. } = &mut self.position.0 {
                    *skip += 1;
                }
                return Poll::Ready(Some(item));
            }
            match ready!(self.pages.poll_located(cx)) {
                Some(Ok(page)) => {
                    self.position = page.position;
                    self.items = Entries::new(page.parts, page.skipped);
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("call", &self.first.call).field("next", &self.next).finish()
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items").field("pages", &self.pages).finish_non_exhaustive()
    }
}

/// The call of a list, before it is sent.
#[derive(Clone)]
pub(crate) struct List<B = ()> {
    pub call: Call<B>,
    layout: &'static Layout,
    from: Continuation,
    prefetch: bool,
    begin: Option<Begin>,
}

/// Gets the first page in another way than by sending the call.
type Begin = Arc<dyn Fn() -> BoxFuture<'static, Result<RawResponse>> + Send + Sync>;

impl<B: Content> List<B> {
    pub fn new(mut call: Call<B>, layout: &'static Layout) -> Self {
        // A list changes nothing, whatever its method is.
        if call.http_method() != Method::Get {
            call.allow_duplicates();
        }
        Self::of(call, layout)
    }

    /// A list whose first request can change something.
    pub fn of(call: Call<B>, layout: &'static Layout) -> Self {
        Self { call, layout, from: Continuation::default(), prefetch: false, begin: None }
    }

    pub fn beginning_with<F>(self, begin: impl Fn() -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<RawResponse>> + Send + 'static,
    {
        Self { begin: Some(Arc::new(move || begin().boxed())), ..self }
    }

    pub fn resume(&mut self, from: Continuation) {
        self.from = from;
    }

    pub fn prefetch(&mut self) {
        self.prefetch = true;
    }

    pub fn pages<T: DeserializeOwned>(self) -> Pages<T> {
        self.pages_with(|body, layout| read(body, layout, |item: T| item))
    }

    /// The pages of a list of timestamps or bytes.
    pub fn encoded_pages<E, T: Encoded<E>>(self) -> Pages<T> {
        self.pages_with(|body, layout| read(body, layout, |item: Decoded<E, T>| item.0))
    }

    pub fn items<T: DeserializeOwned>(self) -> Items<T> {
        items_of(self.pages())
    }

    pub fn encoded_items<E, T: Encoded<E>>(self) -> Items<T> {
        items_of(self.encoded_pages::<E, T>())
    }

    fn pages_with<T>(self, decode: Decode<T>) -> Pages<T> {
        let (body, call) = self.call.serialize_body();
        let url = call.url().and_then(|url| Ok((String::from(url), body?)));
        let list = call.method_and_path();
        let refusal = match (&list, &url, self.from.list()) {
            (Err(error), ..) => Some(error.to_string()),
            (Ok(list), _, Some(from)) if *from != **list => {
                Some("the continuation belongs to another list".to_owned())
            }
            (_, Err(error), None) => Some(error.to_string()),
            _ => None,
        };
        let request = refusal.map_or(Progress::Idle, |refusal| Progress::Refused(refused(refusal)));
        let ((link, body), list) = (url.unwrap_or_default(), list.unwrap_or_default());
        let first = FirstPage { call, layout: self.layout, list, link, body, begin: self.begin };
        let first = Arc::new(first);
        let (next, prefetch) = (self.from, self.prefetch);
        Pages { first, decode, prefetch, next, request, bad_items: Vec::new().into_iter() }
    }
}

fn items_of<T>(pages: Pages<T>) -> Items<T> {
    Items { pages, items: Entries::new(Parts::empty(), 0), position: Continuation::default() }
}

impl<B> fmt::Debug for List<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.call.fmt(f)
    }
}

impl FirstPage {
    /// The position after `skip` items of the page at `link`.
    fn at(&self, link: &str, skip: usize) -> Continuation {
        let (list, link) = (self.list.clone(), link.to_owned());
        Continuation(Place::Middle { list, link, skip })
    }

    /// The link to the page at a position, and the number of its items to skip. `None` at the end.
    fn ahead<'a>(&'a self, position: &'a Continuation) -> Option<(&'a str, usize)> {
        match &position.0 {
            Place::Start => Some((&self.link, 0)),
            Place::Middle { link, skip, .. } => Some((link, *skip)),
            Place::End(_) => None,
        }
    }

    /// Requests the page at `link`.
    async fn follow(&self, link: &str) -> Result<RawResponse> {
        let CallParts { service, operation, context, .. } = &self.call;
        if let Some(begin) = self.begin.as_ref().filter(|_| link == self.link) {
            return begin().await;
        }
        let mut request = self.call.request(service.link_url(link, context)?)?;
        if link == self.link {
            attach(&mut request, self.body.clone());
        } else {
            request.set_method(Method::Get);
        }
        service.send(operation, context, &mut request).await
    }
}

/// Runs `page` in the background. Dropping the returned future cancels it.
fn spawn<T: Send + 'static>(
    page: impl Future<Output = Result<T>> + Send + 'static,
) -> BoxFuture<'static, Result<T>> {
    let (sender, receiver) = oneshot::channel();
    let task = Task::spawn(async move { drop(sender.send(page.await)) });
    async move {
        let page = receiver.await;
        drop(task);
        page.unwrap_or_else(|_| Err(refused("the task that prefetches the next page stopped")))
    }
    .boxed()
}
