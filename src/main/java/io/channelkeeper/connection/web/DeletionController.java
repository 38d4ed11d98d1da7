package io.channelkeeper.connection.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import io.channelkeeper.connection.DeletionService;

/**
 * Shows whoever asked a network for deletion what was deleted here.
 */
@Controller
class DeletionController {

	private final DeletionService deletions;

	DeletionController(DeletionService deletions) {
		this.deletions = deletions;
	}

	@GetMapping("/deletion/{code}")
	String page(@PathVariable String code, Model model, HttpServletResponse response) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		return this.deletions.find(code).map((deletion) -> {
			model.addAttribute("deletion", deletion);
			model.addAttribute("code", code);
			return "connection/deletion";
		}).orElseGet(() -> {
			response.setStatus(HttpStatus.NOT_FOUND.value());
			return "connection/deletion-unknown";
		});
	}

}
