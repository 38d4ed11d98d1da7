package io.channelkeeper.warning.web;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.warning.NoticeChoice;
import io.channelkeeper.warning.NoticeChoices;
import io.channelkeeper.warning.NoticeKind;
import io.channelkeeper.warning.NoticeScope;
import io.channelkeeper.warning.TestWarnings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Unsubscribing from a mail without signing in, without a cookie and without a CSRF
 * token.
 */
@ApplicationTest
class UnsubscribeControllerTests {

	private static final NoticeChoice NONE = NoticeChoice.valueOf("INTERRUPTED.MAIL.NONE");

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestWarnings warnings;

	@Autowired
	NoticeChoices choices;

	@Autowired
	MemberService members;

	private Viewer admin;

	private Viewer mia;

	private String link;

	@BeforeEach
	void writeToMia() {
		this.admin = this.organizations.make("<b>Atelier</b> & Co");
		this.mia = this.organizations.member(this.admin, Role.MARKETER);
		this.link = this.warnings.unsubscribeLink(this.mia, NoticeKind.INTERRUPTED);
	}

	@Test
	@DisplayName("M-33: the page names organization and kind; that a scanner opens it changes nothing")
	void lookingChangesNothing() throws Exception {
		String page = ok(get(this.link));
		ok(head(this.link));
		assertThat(page)
			.contains("&lt;b&gt;Atelier&lt;/b&gt; &amp; Co sends you e-mails of the kind “Interrupted channels”",
					">Unsubscribe</button>")
			.doesNotContain("<b>Atelier", "??", "Unsubscribed");
		assertThat(chosen()).isEmpty();
	}

	@Test
	@DisplayName("RFC 8058: one POST of a mail program is enough, answered at once, and a second one harmless")
	void unsubscribesWithOneClick() throws Exception {
		for (int time = 0; time < 2; time++) {
			MockHttpServletResponse answer = answer(post(this.link).contentType(MediaType.APPLICATION_FORM_URLENCODED)
				.content("List-Unsubscribe=One-Click"));
			assertThat(answer.getStatus()).isEqualTo(200);
			assertThat(answer.getHeader("Location")).isNull();
			assertThat(chosen()).containsExactly(NONE);
		}
		assertThat(ok(get(this.link))).contains("Unsubscribed",
				"You get no more e-mails of the kind “Interrupted channels”",
				"About interrupted channels that you answer for yourself", "Subscribe again");
	}

	@Test
	@DisplayName("H-13: the page says which mails about the same channels still come, as long as any do")
	void saysWhatStillComes() throws Exception {
		String expiring = this.warnings.unsubscribeLink(this.mia, NoticeKind.EXPIRING);
		String own = this.warnings.unsubscribeLink(this.mia, NoticeKind.OWN_INTERRUPTED);
		assertThat(ok(post(expiring))).contains("When a channel is interrupted you still get e-mails.");
		assertThat(ok(post(this.link))).contains("About interrupted channels that you answer for yourself you still");
		assertThat(ok(get(expiring))).contains("About interrupted channels that you answer for yourself you still");
		for (String link : List.of(own, this.link, expiring)) {
			assertThat(ok(post(link))).contains("Unsubscribed").doesNotContain("you still get", "??");
		}
	}

	@Test
	@DisplayName("RFC 8058: the form may come in parts")
	void takesAMultipartForm() throws Exception {
		ok(multipart(this.link).param("List-Unsubscribe", "One-Click"));
		assertThat(chosen()).containsExactly(NONE);
	}

	@Test
	@DisplayName("M-33: it is taken back on the page, to what held before, or in the settings")
	void canBeTakenBack() throws Exception {
		this.choices.choose(this.mia, List.of(NoticeChoice.valueOf("INTERRUPTED.MAIL.MINE")));
		assertThat(ok(post(this.link))).contains("Subscribe again",
				"href=\"/settings/notices?organization=" + this.admin.organizationId());
		ok(post(this.link));
		assertThat(ok(post(this.link).param("again", "true"))).contains("You get these e-mails again.",
				">Unsubscribe</button>");
		assertThat(chosen()).containsExactly(NoticeChoice.valueOf("INTERRUPTED.MAIL.MINE"));
		ok(post(this.link).param("again", "true"));
		assertThat(chosen()).containsExactly(NoticeChoice.valueOf("INTERRUPTED.MAIL.MINE"));
		String ofAnotherMail = this.warnings.unsubscribeLink(this.mia, NoticeKind.INTERRUPTED);
		ok(post(this.link));
		ok(post(ofAnotherMail).param("again", "true"));
		assertThat(chosen()).containsExactly(NoticeChoice.valueOf("INTERRUPTED.MAIL.MINE"));
		ok(post(this.link));
		this.choices.choose(this.mia, List.of(NoticeChoice.valueOf("INTERRUPTED.MAIL.ALL")));
		assertThat(ok(get(this.link))).contains(">Unsubscribe</button>");
	}

	@Test
	void speaksTheMembersLanguage() throws Exception {
		this.organizations.speak(this.mia, "de");
		assertThat(ok(get(this.link)))
			.contains("lang=\"de\"", "schickt dir E-Mails der Art „Unterbrochene Kanäle“", ">Abbestellen</button>")
			.doesNotContain("??");
		assertThat(ok(post(this.link))).contains("Abbestellt", "keine E-Mails der Art „Unterbrochene Kanäle“ mehr",
				"Wieder abonnieren");
		assertThat(ok(get(this.link).param("lang", "en"))).contains("Unsubscribed");
	}

	@Test
	@DisplayName("who is signed in makes no difference: the link decides")
	void theLinkDecidesWhose() throws Exception {
		Viewer stranger = this.organizations.make("Bistro");
		ok(post(this.link).with(this.organizations.signedIn(stranger)));
		assertThat(chosen()).containsExactly(NONE);
		assertThat(this.choices.of(stranger)).allMatch((choice) -> choice.scope() == NoticeScope.ALL);
		assertThat(this.choices.of(this.admin)).allMatch((choice) -> choice.scope() == NoticeScope.ALL);
	}

	@Test
	@DisplayName("a forged link and that of a member who left lead to the same plain page")
	void aDeadLinkTellsNothing() throws Exception {
		Tenancy.within(this.admin.organizationId(), () -> this.members.deactivate(this.admin, this.mia.memberId()));
		String forged = "/unsubscribe/" + SecretToken.random().value();
		for (String again : List.of("", "?again=true")) {
			MockHttpServletResponse left = answer(post(this.link + again));
			MockHttpServletResponse unknown = answer(post(forged + again));
			assertThat(left.getStatus()).isEqualTo(410);
			assertThat(unknown.getStatus()).isEqualTo(404);
			assertThat(plain(left)).isEqualTo(plain(unknown))
				.contains("This link leads nowhere")
				.doesNotContain("Atelier", "??");
		}
		assertThat(answer(get(this.link)).getStatus()).isEqualTo(410);
		assertThat(answer(get(forged)).getStatus()).isEqualTo(404);
		assertThat(chosen()).isEmpty();
	}

	private List<NoticeChoice> chosen() {
		return this.choices.of(this.mia).stream().filter((choice) -> choice.scope() != NoticeScope.ALL).toList();
	}

	/** The page without what is new on every page. */
	private static String plain(MockHttpServletResponse answer) throws Exception {
		return answer.getContentAsString().replaceAll("<meta name=\"csrf\"[^>]*>", "");
	}

	private String ok(RequestBuilder request) throws Exception {
		MockHttpServletResponse answer = answer(request);
		assertThat(answer.getStatus()).isEqualTo(200);
		return answer.getContentAsString();
	}

	private MockHttpServletResponse answer(RequestBuilder request) throws Exception {
		return this.mvc.perform(request).andReturn().getResponse();
	}

}
