package io.channelkeeper.warning;

/**
 * What a notice is about; people choose by kind what they get by mail.
 */
public enum NoticeKind {

	EXPIRING, INTERRUPTED, RESTORED, INVITATIONS, REQUESTS, CHANGES, NETWORK_TROUBLE, UNDELIVERED

}
