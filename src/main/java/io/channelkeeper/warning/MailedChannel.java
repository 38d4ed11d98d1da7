package io.channelkeeper.warning;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.NetworkId;

/**
 * A channel as mails to members name it, under its creator.
 */
interface MailedChannel {

	UUID creatorId();

	/** The creator's name. */
	String creator();

	NetworkId network();

	String handle();

	/** Its name at the network, or null. */
	@Nullable String displayName();

}
