package io.channelkeeper.network;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A place where channels live. One bean per network, in the folder of its provider; texts
 * stand beside it under keys that begin with {@code network.<id>.} The ways to connect a
 * channel are contributed by the providers, see {@link SignInProvider#ways()}.
 */
public interface Network {

	/** The days on which people are warned where nothing speaks for others (M-28). */
	List<Integer> USUAL_WARNING_DAYS = List.of(10, 5, 1, 0);

	NetworkId id();

	/** The network's own name, never translated. */
	String name();

	/** The channel that a full address of this network names, or empty. */
	Optional<ChannelAddress> recognize(String typed);

	/** The channel that a bare handle names once this network was chosen, or empty. */
	Optional<ChannelAddress> handle(String typed);

	/** A handle as people write it, such as {@code @anakocht}. */
	String show(String handle);

	/**
	 * What people call a channel wherever it is named: its handle, or the name beside it
	 * where that is no handle at all.
	 * @param displayName the name beside the handle, or null while it is not known
	 */
	default String show(String handle, @Nullable String displayName) {
		return show(handle);
	}

	/** The name that stands beside what is shown, or null when it says nothing more. */
	default @Nullable String showBeside(String handle, @Nullable String displayName) {
		return show(handle, displayName).equals(displayName) ? null : displayName;
	}

	/** The public page of a handle. */
	URI addressOf(String handle);

	/**
	 * Whether two handles are of the same sort, where a network has several, such as
	 * members and pages: only then can one be mistaken for the other.
	 */
	default boolean areAlike(String handle, String other) {
		return true;
	}

	/** What this network's answers say of a profile at all (P-6). */
	Set<ProfileFact> reports();

	/** Whether figures or pictures come from here, so that an interruption costs them. */
	default boolean delivers() {
		return reports().contains(ProfileFact.FOLLOWERS) || reports().contains(ProfileFact.PICTURE);
	}

	/**
	 * Where pictures may come from: {@code *.example.net} or {@code i.example} means
	 * https, port 443 and public addresses only; an entry with a scheme allows exactly
	 * that origin, private or not.
	 */
	List<String> pictureHosts();

	/**
	 * On which days before the consent deadline people are warned (M-27 to M-31), unless
	 * the organization decided otherwise; 0 is the day itself.
	 */
	default List<Integer> warningDays(ChannelKind kind) {
		return USUAL_WARNING_DAYS;
	}

}
