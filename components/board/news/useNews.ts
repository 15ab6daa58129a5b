'use client'
import { useSyncExternalStore } from 'react'
import { useSession, type BoardSession } from '../session'
import { NewsFeed, type NewsItem } from './newsFeed'

const feeds = new WeakMap<BoardSession, NewsFeed>()

/** The news of the board that is open. */
export function useNewsFeed(): NewsFeed {
  const session = useSession()
  let feed = feeds.get(session)
  if (!feed) feeds.set(session, (feed = new NewsFeed(session.doc, session.awareness)))
  return feed
}

/** What came since this screen opened the board, the latest first. */
export function useNews(): readonly NewsItem[] {
  const feed = useNewsFeed()
  return useSyncExternalStore(feed.subscribe, feed.get, feed.get)
}
