package practice;

/**
 * How a network answers instead of doing what it was asked.
 */
public enum Fault {

	/** The network's own way to say "too many calls of this app". */
	LIMITED,

	/** Too many calls of this person. */
	LIMITED_USER,

	/** Too many calls of this page. */
	LIMITED_PAGE,

	/** Too many calls of this Instagram account. */
	LIMITED_INSTAGRAM,

	/** A rule of the network's own. */
	LIMITED_CUSTOM,

	/** A bare HTTP 429. */
	TOO_MANY_REQUESTS,

	/** The network's own way to say "try again later". */
	TRANSIENT,

	/** A bare HTTP 500 with a page for people. */
	SERVER_ERROR,

	/** Answers rightly, but only after half a minute. */
	SLOW,

	/** HTTP 200 with something that is not JSON. */
	GARBAGE,

	/** HTTP 200 with JSON that breaks off in the middle. */
	TORN,

	/** HTTP 200 with nothing in it. */
	EMPTY

}
