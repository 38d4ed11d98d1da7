package io.channelkeeper.support;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Which organization's rows the current call may see. It is bound before a transaction
 * begins and ends with the call that bound it.
 */
public final class Tenancy {

	/** Sees nothing: what holds when nothing was bound. */
	public static final UUID NOBODY = new UUID(0L, 0L);

	/** Sees everything: for jobs and look-ups by a secret, never for a page. */
	public static final UUID EVERYBODY = new UUID(-1L, -1L);

	private static final ScopedValue<UUID> BOUND = ScopedValue.newInstance();

	private Tenancy() {
	}

	/** The organization bound now, or {@link #NOBODY}. */
	public static UUID current() {
		return BOUND.orElse(NOBODY);
	}

	public static void within(UUID organization, Runnable work) {
		ScopedValue.where(BOUND, organization).run(work);
	}

	public static <T> T within(UUID organization, Supplier<T> work) {
		return ScopedValue.where(BOUND, organization).call(work::get);
	}

	/**
	 * Binds for work that throws checked exceptions, such as the rest of a filter chain.
	 * @param <T> what the work answers
	 * @param <X> what it throws
	 */
	public static <T, X extends Throwable> T call(UUID organization, ScopedValue.CallableOp<T, X> work) throws X {
		return ScopedValue.where(BOUND, organization).call(work);
	}

	public static <T> T everywhere(Supplier<T> work) {
		return within(EVERYBODY, work);
	}

}
