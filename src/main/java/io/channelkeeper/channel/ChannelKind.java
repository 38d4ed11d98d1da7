package io.channelkeeper.channel;

/**
 * What a channel is to the organization (M-3).
 */
public enum ChannelKind {

	OWNED, MONITORED, PAID

}
