package io.channelkeeper.connection.web;

import java.util.Map;
import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

import io.channelkeeper.connection.MemberSignInService;
import io.channelkeeper.organization.Viewer;

/**
 * A sign-in in a window of its own (M-6): the page behind it asks how it ended, and the
 * window itself only says that it is done. Networks may cut every tie between the two.
 */
@Controller
@RequestMapping("/channels/{id}/connect")
class ConnectWindowController {

	private final MemberSignInService signIns;

	ConnectWindowController(MemberSignInService signIns) {
		this.signIns = signIns;
	}

	/** Where the page behind goes on; nothing while the sign-in is under way. */
	@GetMapping("/windows/{window}")
	ResponseEntity<Map<String, String>> next(Viewer viewer, @PathVariable UUID window) {
		return this.signIns.endedIn(viewer, window)
			.map((path) -> ResponseEntity.ok(Map.of("next", path)))
			.orElseGet(() -> ResponseEntity.noContent().build());
	}

	@GetMapping("/{attempt}/window")
	String end(Viewer viewer, @PathVariable UUID id, @PathVariable UUID attempt, Model model) {
		model.addAttribute("waiting", this.signIns.waiting(viewer, attempt));
		model.addAttribute("next", "/channels/" + id + "/connect/" + attempt);
		return "connection/window-end";
	}

}
