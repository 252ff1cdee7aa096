package io.keyledger.standalone.walk;

import io.keyledger.standalone.journey.Answer;
import io.keyledger.standalone.journey.Api;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A workspace with one of everything. Each name in it holds a word by which it is known in any
 * answer; the workspace's slug does not.
 */
final class Company {

    private static final String WORKSPACES = "/api/v1/workspaces";

    private final Document document;
    private final Api administrator;
    private final String slug;
    private final String word;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> collections = new ConcurrentHashMap<>();
    private String key = "";
    private String token = "";

    private Company(Document document, Api administrator, String slug, String word) {
        this.document = document;
        this.administrator = administrator;
        this.slug = slug;
        this.word = word;
    }

    static Company found(
            Document document, Api administrator, Staff staff, String slug, String word) {
        Company company = new Company(document, administrator, slug, word);
        post(administrator, WORKSPACES, "'slug':'%s','name':'%s'".formatted(slug, word));
        String role = company.add("/roles", "'name':'%s','permissions':['catalog.assets:view']");
        String policy = company.add("/policies", "'name':'%s','grants':[{'role':'" + role + "'}]");
        String roles = ",'roles':['" + role + "'],'policies':['" + policy + "']";
        String group = company.add("/groups", "'name':'%s'" + roles);
        String api = company.add("/apis", "'name':'%1$s','hosts':['%1$s.example.com']");
        company.add("/routes", "'api':'" + api + "','method':'GET','path':'/%s','public':true");
        String user =
                company.add(
                        "/service-users",
                        "'username':'%1$s','owner':'%1$s','groups':['" + group + "']" + roles);
        staff.comes(administrator, word, slug);
        company.addKey("/service-users/" + user + "/keys");
        company.learn();
        return company;
    }

    String slug() {
        return slug;
    }

    String word() {
        return word;
    }

    /** The text of its service user's key. */
    String key() {
        return key;
    }

    /** A key of a further service user, which holds these permissions and nothing else. */
    static String keyWith(List<String> permissions, Api administrator, String slug) {
        String at = WORKSPACES + "/" + slug;
        String role =
                post(
                                administrator,
                                at + "/roles",
                                "'name':'caller','permissions':['%s']"
                                        .formatted(String.join("','", permissions)))
                        .text("id");
        String user =
                post(
                                administrator,
                                at + "/service-users",
                                "'username':'caller','roles':['" + role + "']")
                        .text("id");
        return post(administrator, at + "/service-users/" + user + "/keys", "'name':'caller'")
                .text("key");
    }

    /** What a path variable of an operation is called here. */
    String value(Operation operation, String variable) {
        if (variable.equals("ws")) {
            return slug;
        }
        String collection = operation.collection(variable);
        String within =
                document.has("get", collection)
                        ? collection
                        : WORKSPACES + "/{ws}" + collection.substring(collection.lastIndexOf('/'));
        return idIn(
                new Operation(document, "GET", within, operation.node())
                        .at(outer -> value(operation, outer)));
    }

    /**
     * What a property of a body, or a parameter of a query, would refer to here: by the collection
     * that it is called after. Empty if it refers to nothing.
     */
    Optional<String> named(Operation operation, String property) {
        if (property.equals("key")) {
            return Optional.of(operation.example() == null ? keyId() : key);
        }
        return collectionOf(operation, property)
                .map(collection -> idIn(WORKSPACES + "/" + slug + "/" + collection));
    }

    /** Asks for all ids while everything is there. */
    private void learn() {
        for (Operation operation : document.operations()) {
            if (operation.isInWorkspace()) {
                operation.variables().forEach(variable -> value(operation, variable));
            }
            JsonNode example = operation.example();
            if (example != null) {
                Bodies.of(operation, example, this);
            }
        }
    }

    private Optional<String> collectionOf(Operation operation, String property) {
        if (property.equals("ids")) {
            String last = operation.path().substring(operation.path().lastIndexOf('/') + 1);
            return Optional.of(last.replaceAll(":.*", ""));
        }
        return collections.computeIfAbsent(property, this::collectionOf);
    }

    private Optional<String> collectionOf(String property) {
        String plural =
                property.endsWith("s")
                        ? property
                        : property.endsWith("y")
                                ? property.substring(0, property.length() - 1) + "ies"
                                : property + "s";
        return document.operations().stream()
                .filter(each -> each.method().equals("GET"))
                .map(each -> each.path().replace(WORKSPACES + "/{ws}/", ""))
                .filter(path -> path.equals(plural) || path.equals("service-" + plural))
                .findFirst();
    }

    private String keyId() {
        return idIn(WORKSPACES + "/" + slug + "/keys");
    }

    private String idIn(String collection) {
        return ids.computeIfAbsent(collection, this::ask);
    }

    private String ask(String collection) {
        Answer list = administrator.get(collection + "?limit=500", "Consistency-Token", token);
        if (list.status() == 400) {
            list = administrator.get(collection, "Consistency-Token", token);
        }
        for (JsonNode item : list.mustBe(200).json().get("items")) {
            if (item.toString().contains(word)) {
                return item.has("id") ? item.get("id").asString() : item.get("keyId").asString();
            }
        }
        throw new AssertionError("a company has none of " + collection + "; give it one");
    }

    private String add(String collection, String body) {
        return post(collection, body.formatted(word)).text("id");
    }

    private void addKey(String collection) {
        Answer made = post(collection, "'name':'" + word + "'");
        key = made.text("key");
        token = made.header("Consistency-Token");
    }

    private Answer post(String path, String body) {
        return post(administrator, WORKSPACES + "/" + slug + path, body);
    }

    private static Answer post(Api administrator, String path, String body) {
        return administrator.post(path, ("{" + body + "}").replace('\'', '"')).mustBe(201);
    }
}
