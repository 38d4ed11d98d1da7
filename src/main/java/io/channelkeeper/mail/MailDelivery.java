package io.channelkeeper.mail;

/**
 * What became of one attempt.
 */
enum MailDelivery {

	SENT, REFUSED, LATER, UNREACHABLE

}
