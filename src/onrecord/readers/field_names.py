"""Names under which HTML pages state title, author, dates and the like, and the field that each becomes.

From schema.org, Open Graph, Dublin Core, RDFa and the tags of analytics and mailing services (Parse.ly,
Sailthru, Cxense); the dates' names as in htmldate's tables (github.com/adbar/htmldate).
"""
# ruff: noqa: E501 (tables)

_NAMES = """
title | og:title twitter:title dc.title dcterms.title dc:title parsely-title sailthru.title cxenseparse:title rnews:headline headline
outlet | og:site_name application-name publisher dc.publisher dcterms.publisher dc:publisher
byline | author article:author dc.creator dcterms.creator dc:creator byl byline parsely-author sailthru.author
byline | cxenseparse:author og:article:author article.author citation_author rnews:author
published | article:published_time og:published_time date dc.date dc.date.issued dc.date.created dcterms.created
published | dcterms.date dcterms.issued dc:date dc:created dc.created publish-date publish_date publishdate published_date
published | published-date publisheddate publication_date pubdate pub_date date_published datepublished article.published
published | article:published article:published_date article:publicationdate article_date_original
published | og:article:published_time og:article:published og:pubdate og:publish_date og:datepublished
published | originalpublicationdate parsely-pub-date sailthru.date cxenseparse:recs:publishtime
published | cxenseparse:publishtime rnews:datepublished citation_publication_date mediator_published_time
published | shareaholic:article_published_time dcsext.articlefirstpublished bt:pubdate publish_time published_time
modified | article:modified_time og:updated_time last-modified dcterms.modified dc.modified dc.date.modified article:modified
modified | og:article:modified_time og:modified_time article:modified_date lastmod lastmodified datemodified modified_time
modified | revision_date bt:moddate rnews:datemodified updated_time
url | og:url parsely-link
language | og:locale content-language language dc.language dcterms.language
section | article:section parsely-section og:section article.section rnews:articlesection
licence | copyright dc.rights dcterms.rights rights dcterms.license dc.rights.license
source | syndication-source original-source dc.source dcterms.source
"""

META: dict[str, str] = {
    name: line.split("|")[0].strip()
    for line in _NAMES.strip().splitlines()
    for name in line.split("|")[1].split()
}
# Properties of schema.org, in JSON-LD, microdata and RDFa.
PROPERTIES: dict[str, str] = {
    "headline": "title",
    "datePublished": "published",
    "dateCreated": "published",
    "dateModified": "modified",
    "author": "byline",
    "publisher": "outlet",
    "articleSection": "section",
    "inLanguage": "language",
    "license": "licence",
}
# Who is said to have made or to hold the text: "source" unless it is the publisher.
MAKERS = ("isBasedOn", "isBasedOnUrl", "sourceOrganization", "provider", "copyrightHolder", "creditText")
ARTICLE_KINDS = ("Article", "Posting", "Report", "WebPage")
# Some themes mark the article as a work only.
ITEM_KINDS = (*ARTICLE_KINDS, "CreativeWork")
