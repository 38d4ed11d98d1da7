package io.channelkeeper.network;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A place where channels live. One bean per network, in the folder of its provider; texts
 * stand beside it under keys that begin with {@code network.<id>.}
 */
public interface Network {

	NetworkId id();

	/** The network's own name, never translated. */
	String name();

	/** The channel that a full address of this network names, or empty. */
	Optional<ChannelAddress> recognize(String typed);

	/** The channel that a bare handle names once this network was chosen, or empty. */
	Optional<ChannelAddress> handle(String typed);

	/** A handle as people write it, such as {@code @anakocht}. */
	String show(String handle);

	/** The public page of a handle. */
	URI addressOf(String handle);

	/** The ways to connect a channel, the recommended one first. */
	List<SignInWay> ways();

	/** What this network's answers say of a profile at all (P-6). */
	Set<ProfileFact> reports();

}
