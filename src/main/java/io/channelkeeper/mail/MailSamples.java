package io.channelkeeper.mail;

import java.util.List;

/**
 * Whoever sends mails shows here what they look like: one sample of every template.
 */
public interface MailSamples {

	/** Samples as that recipient would get them; nothing is stored or sent. */
	List<MailSample> of(SampleRecipient recipient);

}
