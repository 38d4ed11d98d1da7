package io.channelkeeper.organization.web;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.TestEnvironment;
import io.channelkeeper.organization.Member;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.NewMemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class MembersTests {

	private static final Pattern LINK = Pattern.compile("http://localhost:8080(/join/[\\w-]{43})");

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	MemberService members;

	@Autowired
	NewMemberService newMembers;

	@Test
	void onlyAdminsAdminister() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		for (Role role : List.of(Role.MARKETER, Role.MANAGER)) {
			Viewer other = this.organizations.member(ada, role);
			for (MockHttpServletRequestBuilder request : List.of(get("/admin/members"), get("/admin/members/new"),
					get("/admin/organization"), get("/admin/organizations"), post("/admin/members/new"),
					post("/admin/organization"), post("/admin/organization/test-mail"), post("/admin/organizations"),
					post("/admin/members/{id}/role", ada.memberId()).param("role", "MARKETER"),
					post("/admin/members/{id}/deactivate", ada.memberId()))) {
				this.mvc.perform(request.with(csrf()).with(this.organizations.signedIn(other)))
					.andExpect(status().isForbidden());
			}
		}
	}

	@Test
	void anotherOrganizationsMembersAreNotFound() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Viewer foreign = this.organizations.member(this.organizations.make("Beta"), Role.MARKETER);
		for (MockHttpServletRequestBuilder request : List.of(get("/admin/members/{id}/deactivate", foreign.memberId()),
				post("/admin/members/{id}/role", foreign.memberId()).param("role", "ADMIN"),
				post("/admin/members/{id}/deactivate", foreign.memberId()),
				post("/admin/members/{id}/reactivate", foreign.memberId()))) {
			this.mvc.perform(request.with(csrf()).with(this.organizations.signedIn(ada)))
				.andExpect(status().isNotFound());
		}
		this.mvc.perform(get("/admin/members").with(this.organizations.signedIn(ada)))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString(foreign.email()))));
		assertThat(member(foreign).role()).isEqualTo(Role.MARKETER);
	}

	@Test
	void anotherOrganizationsNewMembersAreNotFound() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Viewer beta = this.organizations.make("Beta");
		UUID asked = Tenancy.within(beta.organizationId(), () -> {
			this.newMembers.link(beta, someEmail(), Role.ADMIN);
			return this.newMembers.waiting(beta).getFirst().id();
		});
		for (String verb : List.of("resend", "withdraw")) {
			this.mvc
				.perform(post("/admin/members/new/{id}/" + verb, asked).with(csrf())
					.with(this.organizations.signedIn(ada)))
				.andExpect(status().isNotFound());
		}
	}

	@Test
	void oneAdminAlwaysRemains() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		this.mvc
			.perform(post("/admin/members/{id}/role", ada.memberId()).param("role", "MARKETER")
				.with(csrf())
				.with(this.organizations.signedIn(ada)))
			.andExpect(status().is(422))
			.andExpect(content().string(containsString("This is the last admin.")));
		this.mvc
			.perform(post("/admin/members/{id}/deactivate", ada.memberId()).with(csrf())
				.with(this.organizations.signedIn(ada)))
			.andExpect(status().is(422));
		assertThat(member(ada).active()).isTrue();
		Viewer second = this.organizations.member(ada, Role.ADMIN);
		this.mvc
			.perform(post("/admin/members/{id}/role", ada.memberId()).param("role", "MARKETER")
				.with(csrf())
				.with(this.organizations.signedIn(second)))
			.andExpect(redirectedUrl("/admin/members"));
		assertThat(member(ada).role()).isEqualTo(Role.MARKETER);
	}

	@Test
	void somebodyNewJoinsByTheLinkInTheMail() throws Exception {
		Viewer ada = this.organizations.make("Alpha <script>");
		EmailAddress email = someEmail();
		this.mvc
			.perform(post("/admin/members/new").param("email", email.value())
				.param("role", "MANAGER")
				.with(csrf())
				.with(this.organizations.signedIn(ada)))
			.andExpect(redirectedUrl("/admin/members"));
		String link = link(mailTo(email));
		this.mvc.perform(get(link))
			.andExpect(status().isOk())
			.andExpect(content().string(not(containsString("<script>"))));
		this.mvc.perform(join(link, "Tom", "short")).andExpect(status().is(422));
		this.mvc.perform(join(link, "\u200b\u202e", "long enough indeed")).andExpect(status().is(422));
		this.mvc.perform(join(link, "Tom \u202eevil\u0007", "long enough indeed"))
			.andExpect(redirectedUrl("/portfolio"));
		this.mvc.perform(join(link, "Tom", "long enough indeed")).andExpect(status().isGone());
		assertThat(Tenancy.within(ada.organizationId(), this.members::active)).extracting(Member::name, Member::role)
			.contains(org.assertj.core.groups.Tuple.tuple("Tom evil", Role.MANAGER));
	}

	@Test
	void somebodyKnownJoinsBySigningIn() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Viewer known = this.organizations.make("Beta");
		String link = shownLink(ada, known.email());
		this.mvc.perform(join(link, "Somebody else", "another password")).andExpect(status().is(422));
		this.mvc.perform(post(link + "/known").with(csrf()).param("password", "wrong password"))
			.andExpect(status().is(422));
		this.mvc.perform(post(link + "/signed-in").with(csrf()).with(this.organizations.signedIn(ada)))
			.andExpect(status().isForbidden());
		this.mvc.perform(post(link + "/known").with(csrf()).param("password", TestOrganizations.PASSWORD))
			.andExpect(redirectedUrl("/portfolio"));
		assertThat(Tenancy.within(ada.organizationId(), this.members::active)).extracting(Member::personId)
			.contains(known.personId());
	}

	@Test
	void whoWasDeactivatedComesBackByALink() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		Viewer mia = this.organizations.member(ada, Role.MARKETER);
		Tenancy.within(ada.organizationId(), () -> this.members.deactivate(ada, mia.memberId()));
		String link = shownLink(ada, mia.email());
		this.mvc.perform(post(link + "/known").with(csrf()).param("password", TestOrganizations.PASSWORD))
			.andExpect(redirectedUrl("/portfolio"));
		assertThat(member(mia).active()).isTrue();
	}

	@Test
	void aNewLinkEndsTheEarlierOne() throws Exception {
		Viewer ada = this.organizations.make("Alpha");
		EmailAddress email = someEmail();
		String first = shownLink(ada, email.value());
		String second = shownLink(ada, email.value());
		this.mvc.perform(get(first)).andExpect(status().isGone());
		this.mvc.perform(get(second)).andExpect(status().isOk());
		this.mvc.perform(get("/join/" + "x".repeat(43))).andExpect(status().isNotFound());
	}

	private Member member(Viewer viewer) {
		return Tenancy.within(viewer.organizationId(), () -> this.members.get(viewer.memberId()));
	}

	private String shownLink(Viewer admin, String email) throws Exception {
		return link(this.mvc
			.perform(post("/admin/members/new").param("email", email)
				.param("role", "MARKETER")
				.param("link", "true")
				.with(csrf())
				.with(this.organizations.signedIn(admin)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private static MockHttpServletRequestBuilder join(String link, String name, String password) {
		return post(link).with(csrf())
			.param("name", name)
			.param("timeZone", "Europe/Berlin")
			.param("password", password);
	}

	private static EmailAddress someEmail() {
		return new EmailAddress("new." + Ids.next() + "@example.org");
	}

	private static String link(String text) {
		Matcher matcher = LINK.matcher(text);
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	/** What the one mail to somebody says. */
	static String mailTo(EmailAddress email) throws Exception {
		for (int wait = 0; wait < 100; wait++) {
			for (MimeMessage message : TestEnvironment.MAIL.getReceivedMessages()) {
				if (message.getAllRecipients()[0].toString().equals(email.value())) {
					return GreenMailUtil.getBody(message).replace("=\r\n", "").replace("=3D", "=");
				}
			}
			TestEnvironment.MAIL.waitForIncomingEmail(100, TestEnvironment.MAIL.getReceivedMessages().length + 1);
		}
		throw new AssertionError("No mail to " + email);
	}

}
