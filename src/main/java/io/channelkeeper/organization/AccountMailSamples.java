package io.channelkeeper.organization;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.channelkeeper.mail.MailSample;
import io.channelkeeper.mail.MailSample.Audience;
import io.channelkeeper.mail.MailSamples;
import io.channelkeeper.mail.SampleRecipient;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.Ids;

/**
 * What mails about joining and signing in look like.
 */
@Component
@Order(30)
class AccountMailSamples implements MailSamples {

	private final BaseUrl baseUrl;

	AccountMailSamples(BaseUrl baseUrl) {
		this.baseUrl = baseUrl;
	}

	@Override
	public List<MailSample> of(SampleRecipient recipient) {
		Viewer viewer = new Viewer(Ids.next(), Ids.next(), recipient.organizationId(), recipient.organizationName(),
				recipient.name(), recipient.email().value(), Role.ADMIN, recipient.language(), recipient.zone(), false,
				true);
		return List.of(
				new MailSample(Audience.MEMBERS,
						NewMemberService.draft(viewer, recipient.email(), Role.MARKETER, recipient.language(),
								this.baseUrl.of("/join/sample").toString())),
				new MailSample(Audience.MEMBERS,
						PasswordMail.draft(viewer, this.baseUrl.of("/password/sample").toString())),
				new MailSample(Audience.MEMBERS, OrganizationService.testMail(viewer)));
	}

}
