package io.channelkeeper;

import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.organization.NewMemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Two people do the same at the same moment: whoever is second by a breath gets the
 * ordinary answer.
 */
@ApplicationTest
class SameMomentTests {

	@Autowired
	SameMoment sameMoment;

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	NewMemberService newMembers;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	JdbcClient jdbc;

	Viewer viewer;

	@BeforeEach
	void makeOrganization() {
		this.viewer = this.organizations.make("Bistro");
	}

	@Test
	void aJoinLinkIsUsedOnce() throws Exception {
		String link = joinLink(this.viewer, someEmail());
		MockHttpServletResponse answer = this.sameMoment
			.second(() -> this.jdbc.sql("update access_link set used_at = created_at where organization_id = ?")
				.param(this.viewer.organizationId())
				.update(), () -> answer(join(link)));
		assertThat(answer.getStatus()).isEqualTo(410);
		assertThat(answer.getContentAsString()).contains("was already used");
	}

	@Test
	void registeringTwiceAsksForThePassword() throws Exception {
		EmailAddress email = someEmail();
		String link = joinLink(this.viewer, email);
		MockHttpServletResponse answer = this.sameMoment.second(() -> register(email), () -> answer(join(link)));
		assertThat(answer.getStatus()).isEqualTo(422);
		assertThat(answer.getContentAsString()).contains("You sign in here already");
	}

	@Test
	void aHandleIsTakenOnce() throws Exception {
		UUID ana = this.creators.ana(this.viewer);
		UUID first = this.channels.instagram(this.viewer, ana, "first");
		UUID second = this.channels.instagram(this.viewer, ana, "second");
		MockHttpServletResponse answer = this.sameMoment.second(() -> rename(first, "anakocht"),
				() -> answer(post("/channels/{id}/handle", second).param("handle", "anakocht")
					.with(this.organizations.signedIn(this.viewer))));
		assertThat(answer.getStatus()).isEqualTo(409);
		assertThat(answer.getContentAsString()).contains("This channel is there already", "anakocht");
	}

	@Test
	void theLaterOfTwoCorrectionsHolds() throws Exception {
		UUID channel = this.channels.instagram(this.viewer, this.creators.ana(this.viewer), "anakoch");
		MockHttpServletResponse answer = this.sameMoment.second(() -> rename(channel, "ana.koch"),
				() -> answer(post("/channels/{id}/handle", channel).param("handle", "anakocht")
					.with(this.organizations.signedIn(this.viewer))));
		assertThat(answer.getStatus()).isEqualTo(303);
		assertThat(this.jdbc.sql("select handle from channel where id = ?").param(channel).query(String.class).single())
			.isEqualTo("anakocht");
	}

	@Test
	void whoEditsACreatorTooLateIsTold() throws Exception {
		UUID ana = this.creators.ana(this.viewer);
		MockHttpServletResponse answer = this.sameMoment.second(
				() -> this.jdbc.sql("update creator set name = 'Ana', version = version + 1 where id = ?")
					.param(ana)
					.update(),
				() -> answer(post("/creators/{id}/edit", ana).param("name", "Anna")
					.param("language", "de")
					.with(this.organizations.signedIn(this.viewer))));
		assertThat(answer.getStatus()).isEqualTo(409);
		assertThat(answer.getContentAsString()).contains("Somebody was faster");
	}

	private void rename(UUID channel, String handle) {
		this.jdbc.sql("update channel set handle = ?, handle_key = ?, version = version + 1 where id = ?")
			.params(handle, handle, channel)
			.update();
	}

	private void register(EmailAddress email) {
		this.jdbc.sql("""
				insert into person (id, version, email, name, language, time_zone, created_at)
				select ?, 0, ?, 'Tom', 'de', 'UTC', created_at from organization where id = ?""")
			.params(Ids.next(), email.value(), this.viewer.organizationId())
			.update();
	}

	private String joinLink(Viewer admin, EmailAddress email) {
		String link = Tenancy.within(admin.organizationId(), () -> this.newMembers.link(admin, email, Role.MARKETER));
		return link.substring(link.indexOf("/join/"));
	}

	private static MockHttpServletRequestBuilder join(String link) {
		return post(link).param("name", "Tom")
			.param("timeZone", "Europe/Berlin")
			.param("password", "long enough indeed");
	}

	private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(csrf()).locale(Locale.ENGLISH)).andReturn().getResponse();
	}

	private static EmailAddress someEmail() {
		return new EmailAddress("new." + Ids.next() + "@example.org");
	}

}
