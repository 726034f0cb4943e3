package jp.madoguchi.simulators.center;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the members of a household are told from one another, and what a kiosk does not learn of them. */
class HouseholdTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void labels_noTwoAlikeOwnFirst_relationshipAndYear() throws Malformed {
        Household household = Household.of(
                resident(List.of(
                        member("見本　夫", "1980-01-01", "世帯主"),
                        member("見本　一", "2018-05-01", "子"),
                        member("見本　二", "2018-05-01", "子"),
                        member("見本　三", "2019-05-01", "子"),
                        member("見本　客", "1989-01-08", "縁故者"))),
                RANDOM);
        assertEquals(
                List.of(
                        "妻（昭和60年生） wife, born 1985",
                        "世帯主（昭和55年生） householder, born 1980",
                        "子（平成30年生・1人目） child, born 2018, no. 1",
                        "子（平成30年生・2人目） child, born 2018, no. 2",
                        "子（令和元年生） child, born 2019",
                        "縁故者（平成元年生） other member, born 1989"),
                labels(household));
    }

    @Test
    void json_holdsNoNameAndNothingThatLasts() throws Malformed {
        Resident resident = resident(List.of(member("見本　夫", "1980-01-01", "世帯主")));
        Household first = Household.of(resident, RANDOM);
        Household second = Household.of(resident, RANDOM);
        assertFalse(first.json().toString().contains("見本"));
        assertFalse((first + " " + first.members().values()).contains("見本"));
        Set<String> handles = new HashSet<>(first.members().keySet());
        handles.addAll(second.members().keySet());
        assertEquals(4, handles.size());
        assertTrue(handles.stream().allMatch(Ids::isId));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "20, true", "21, false"})
    void members_soMany_canBeChosenFrom(int people, boolean can) throws Malformed {
        List<Map<String, String>> others = new ArrayList<>();
        for (int child = 1; child < people; child++) {
            others.add(member("見本　" + child, "2018-05-01", "子"));
        }
        Household household = Household.of(resident(others), RANDOM);
        assertEquals(people, household.members().size());
        assertEquals(can, household.canBeChosenFrom());
    }

    private static List<String> labels(Household household) {
        List<String> labels = new ArrayList<>();
        for (JsonNode member : new ObjectMapper().<JsonNode>valueToTree(household.json())) {
            labels.add(member.at("/label/ja").asText() + " "
                    + member.at("/label/en").asText());
        }
        return labels;
    }

    private static Resident resident(List<Map<String, String>> others) throws Malformed {
        Map<String, Object> json = new HashMap<>(member("見本　花", "1985-04-02", "妻"));
        json.put("address", "架空");
        json.put("municipality", "02201");
        json.put("householder", "見本　夫");
        json.put("since", "2012-04-01");
        json.put("certificate", "none");
        json.put("household", others);
        return Resident.read(JsonObject.read(JsonObject.write(json)));
    }

    private static Map<String, String> member(String name, String birth, String relationship) {
        return Map.of("name", name, "birth", birth, "sex", "女", "relationship", relationship);
    }
}
